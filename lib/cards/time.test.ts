import { expect, test } from "vitest";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { UNKNOWN_TIME } from "@/lib/times/game-time";
import { marksOf, seen, wordsOf } from "./test-reader";
import { time } from "./time";

const games = [1, 2, 3].map((id) => aGame({ id, title: `Game ${id}` }));
const played = (gameId: number, playtime: number | null, isSubset = false) =>
  [gameId, { ...UNKNOWN_TIME, gameId, playtime, isSubset }] as const;
const times = new Map([played(1, 3600), played(2, 36_000), played(3, 7200, true), played(9, 1800)]);
const of = (search = "", known = times) => seen(time, aPlayer(games), search, { times: known });

test("hours in all are above the most played games, subsets left out", () => {
  expect(wordsOf(of())).toEqual([
    ...["Anna: Time played", "3 games", "11 hours"],
    ...["Game 2", "10 hr", "Game 1", "1 hr"],
  ]);
  expect(of().description).toBe("Time played: 11 hours, 3 games; Game 2, 10 hr; Game 1, 1 hr.");
});

test("bars compare games with the most played one", () => {
  const [first, second] = marksOf(of(), "bar");
  expect(second?.width).toBeCloseTo((first?.width ?? 0) / 10, 1);
  expect(marksOf(of("count=1"), "bar")).toHaveLength(1);
  expect(of().height - of("count=1").height).toBe(48);
});

test("without any time it says so", () => {
  for (const known of [new Map(), new Map([played(1, null)])]) {
    expect(wordsOf(of("hide=title", known))).toEqual(["Not known."]);
  }
});

test("hours are never cut, however many they are", () => {
  const known = new Map([played(1, 98_765 * 3600)]);
  expect(wordsOf(of("width=360&locale=uk", known)).join(" ")).toMatch(/98\s765 годин/);
});
