import { expect, test } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { sortGames } from "./sort";

const old = aGame({ title: "Zebra II", mostRecentAwardedAt: 1, numAwarded: 10 });
const recent = aGame({ title: "Zebra 10", mostRecentAwardedAt: 9, numAwarded: 2 });
const undated = aGame({
  title: "The Ant",
  mostRecentAwardedAt: null,
  maxPossible: 20,
  numAwarded: 20,
});
const games = [recent, old, undated];

test.each([
  ["unlock_date", [recent, old, undated]],
  ["-unlock_date", [undated, old, recent]],
  ["pct_won", [undated, old, recent]],
  ["-pct_won", [recent, old, undated]],
  ["game_title", [undated, old, recent]],
  ["-game_title", [recent, old, undated]],
] as const)("%s", (sort, expected) => {
  expect(sortGames(games, sort).map((game) => game.title)).toEqual(
    expected.map((game) => game.title),
  );
});

/** A library full of ties, in no order: won, hardcore won, size of the set, time of the newest unlock. */
function ties() {
  const row = (title: string, awarded: number, hardcore: number, possible: number, at: number) =>
    aGame({
      title,
      numAwarded: awarded,
      numAwardedHardcore: hardcore,
      maxPossible: possible,
      mostRecentAwardedAt: at,
    });
  return [
    row("The Heron", 10, 10, 20, 1),
    row("Owl", 20, 5, 20, 2),
    row("Heron", 10, 0, 20, 2),
    row("Stoat", 0, 0, 0, 1),
    row("Heron", 20, 20, 40, 1),
    row("The Ant", 20, 20, 20, 1),
    row("An Owl", 10, 10, 10, 2),
    row("Elk", 10, 0, 20, 1),
    row("Ant", 20, 20, 20, 1),
    row("Bat", 0, 0, 0, 2),
    row("Wren", 10, 10, 20, 2),
  ];
}

/** A label that distinguishes them: `Owl 5/20`. */
const described = ({ title, numAwardedHardcore, maxPossible }: ReturnType<typeof aGame>) =>
  `${title} ${numAwardedHardcore}/${maxPossible}`;

const BY_WON = [
  "Ant 20/20",
  "The Ant 20/20",
  "Owl 5/20",
  "An Owl 10/10",
  "Bat 0/0",
  "Stoat 0/0",
  "Heron 20/40",
  "The Heron 10/20",
  "Wren 10/20",
  "Elk 0/20",
  "Heron 0/20",
];

test.each([
  [
    "unlock_date",
    [
      ...["An Owl 10/10", "Owl 5/20", "Bat 0/0", "Wren 10/20", "Heron 0/20"],
      ...["Ant 20/20", "The Ant 20/20", "Stoat 0/0", "Heron 20/40", "The Heron 10/20", "Elk 0/20"],
    ],
  ],
  [
    "-unlock_date",
    [
      ...["Ant 20/20", "The Ant 20/20", "Stoat 0/0", "Heron 20/40", "The Heron 10/20", "Elk 0/20"],
      ...["An Owl 10/10", "Owl 5/20", "Bat 0/0", "Wren 10/20", "Heron 0/20"],
    ],
  ],
  [
    "game_title",
    [
      ...["Ant 20/20", "The Ant 20/20", "Bat 0/0", "Elk 0/20"],
      ...["Heron 20/40", "The Heron 10/20", "Heron 0/20"],
      ...["An Owl 10/10", "Owl 5/20", "Stoat 0/0", "Wren 10/20"],
    ],
  ],
  [
    "-game_title",
    [
      ...["Wren 10/20", "Stoat 0/0", "An Owl 10/10", "Owl 5/20"],
      ...["Heron 20/40", "The Heron 10/20", "Heron 0/20"],
      ...["Elk 0/20", "Bat 0/0", "Ant 20/20", "The Ant 20/20"],
    ],
  ],
  ["pct_won", BY_WON],
  ["-pct_won", BY_WON.toReversed()],
] as const)("games that are equal stay in RA's base order: %s", (sort, expected) => {
  expect(sortGames(ties(), sort).map(described)).toEqual(expected);
  expect(sortGames(ties().reverse(), sort).map(described)).toEqual(expected);
});

test("games that are equal in RA's base order keep their order", () => {
  const [one, two] = [aGame({ title: "Moth" }), aGame({ title: "Moth" })];
  for (const sort of ["unlock_date", "-unlock_date", "game_title", "-game_title"] as const) {
    expect(sortGames([two, one], sort)).toEqual([two, one]);
  }
});

test("the source list is unchanged", () => {
  const before = [...games];
  sortGames(games, "game_title");
  expect(games).toEqual(before);
});
