import { expect, test } from "vitest";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { type GameTime, UNKNOWN_TIME } from "@/lib/times/game-time";
import { readCardRequest } from "./card-request";
import { game } from "./game";
import { marksOf, seen, wordsOf } from "./test-reader";

const player = aPlayer([
  aGame({ id: 7, title: "Ant", iconPath: "/Images/7.png" }),
  aGame({
    id: 1446,
    title: "~Hack~ Bee",
    iconPath: "/Images/1446.png",
    numAwarded: 1000,
    numAwardedHardcore: 500,
    maxPossible: 2000,
  }),
]);
const imagesOf = (search: string) =>
  game.images(
    { player, isDated: false, image: () => null },
    readCardRequest(game, new URLSearchParams(search)).options,
  );

test("the game with the id is shown with icon and progress", () => {
  const card = seen(game, player, "id=1446");
  expect(wordsOf(card)).toEqual([
    ...["Bee (Hack)", "NES", "50%", "1,000 of 2,000 achievements", "Last played · Jan 1, 1970"],
  ]);
  expect(marksOf(card, "image")).toMatchObject([
    { source: "/Images/1446.png", x: 20, y: 20, width: 96 },
  ]);
  const [bar] = marksOf(card, "bar");
  const track = marksOf(card, "rect").at(-1);
  // Half of the set, a half of it in hardcore.
  expect(bar?.parts.map(({ width }) => Math.round((width * 4) / (track?.width ?? 0)))).toEqual([
    1, 1,
  ]);
  expect((track?.x ?? 0) + (track?.width ?? 0)).toBe(475);
  expect(card.description).toBe("Bee (Hack): 1,000 of 2,000 achievements.");
  expect(card.height).toBe(136);
  expect(imagesOf("id=1446")).toEqual(["/Images/1446.png"]);
});

test("an award is a mark beside the title, with its day", () => {
  const mastered = aPlayer([
    aGame({
      id: 9,
      numAwarded: 10,
      highestAwardKind: "mastered",
      highestAwardAt: Date.UTC(2024, 1, 29) / 1000,
    }),
  ]);
  const card = seen(game, mastered, "id=9");
  expect(wordsOf(card)).toContain("10 of 10 achievements");
  expect(wordsOf(card)).toContain("Mastered · Feb 29, 2024");
  expect(marksOf(card, "circle")).toMatchObject([{ x: 462, y: 32, fill: "var(--gold)" }]);
  const retired = aPlayer([aGame({ id: 9, maxPossible: 0, mostRecentAwardedAt: null })]);
  expect(wordsOf(seen(game, retired, "id=9"))).toEqual(["A Game", "NES", "100%", "Set retired"]);
});

test("a message says that a game was not played", () => {
  for (const search of ["id=8", "", "id=-7", "id=7.5", "id=0"]) {
    const card = seen(game, player, search);
    expect(card.height).toBe(84);
    expect(card.description, search).toBe("Not played yet.");
    expect(card.marks.slice(1)).toMatchObject([
      { kind: "text", text: "Not played yet.", x: 20, y: 47 },
    ]);
    expect(imagesOf(search)).toEqual([]);
  }
});

const timed = (known: Partial<GameTime>) => ({
  times: new Map([[9, { ...UNKNOWN_TIME, gameId: 9, ...known }]]),
});

test("time and rarity are beside the facts where they are known", () => {
  const at = Date.UTC(2024, 1, 29) / 1000;
  const whole = { numAwarded: 10, numAwardedHardcore: 10 };
  const mastered = aPlayer([
    aGame({ id: 9, ...whole, highestAwardKind: "mastered", highestAwardAt: at }),
  ]);
  const known = {
    timesMastered: 21,
    playersHardcore: 1000,
    timeToMaster: 43_500,
    playtime: 99_999,
  };
  const card = seen(game, mastered, "id=9", timed(known));
  expect(wordsOf(card)).toContain("NES · mastered by 2.1%");
  expect(wordsOf(card)).toContain("Mastered · Feb 29, 2024 · 12 hr 5 min");
  expect(card.description).toBe("A Game: 10 of 10 achievements; 12 hr 5 min; mastered by 2.1%.");
  expect(wordsOf(seen(game, mastered, "id=9", timed({ ...known, timesMastered: 0 })))).toContain(
    "NES",
  );
  expect(card.height).toBe(seen(game, mastered, "id=9").height);
});

test("a game without an award shows its playtime", () => {
  const begun = aPlayer([aGame({ id: 9, mostRecentAwardedAt: Date.UTC(2024, 1, 29) / 1000 })]);
  const card = seen(
    game,
    begun,
    "id=9",
    timed({ playtime: 3600, timesMastered: 0, playersHardcore: 9 }),
  );
  expect(wordsOf(card)).toContain("Last played · Feb 29, 2024 · 1 hr");
  expect(wordsOf(card)).toContain("NES · mastered by 0%");
});
