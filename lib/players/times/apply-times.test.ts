import { expect, test } from "vitest";
import { LIMITS } from "@/lib/limits";
import { UNKNOWN_TIME } from "@/lib/times/game-time";
import { mergeTimes, withPage } from "./apply-times";
import { emptyPart, type TimesPage, type TimesPart } from "./times-head";

const MOST = LIMITS.timesOfAPlayer;
const idsFrom = (first: number, count: number) =>
  Array.from({ length: count }, (_, at) => first + at);
const pageOf = (ids: number[], value: object = {}): TimesPage => ({
  rows: ids.map((gameId) => ({ gameId, ...value })),
  newest: 0,
  oldest: 0,
  isLast: false,
});
const unplayed = {
  ulid: "",
  memberSince: 0,
  checkedAt: 0,
  points: 0,
  achievements: 0,
  hardcore: 0,
};
/** A part that knows of games 1, 2, …: RA lists the last played one first. */
const partOf = (count: number, stage: "games" | "sets"): TimesPart => ({
  ...emptyPart(unplayed, "v2", 0),
  stage,
  times: idsFrom(1, count).map((gameId) => ({ ...UNKNOWN_TIME, gameId, playtime: 60 })),
});
const idsOf = ({ times }: Pick<TimesPart, "times">) => times.map(({ gameId }) => gameId);

test("sets of games for which there is no room leave out none of those played last", () => {
  const part = partOf(MOST - 1, "sets");
  const page = pageOf([1, 900_001, 2, 900_002], { points: 5 });
  const next = withPage(part, "sets", page);
  expect(idsOf(next)).toEqual([...idsFrom(1, MOST - 1), 900_001]);
  expect(next.times.slice(0, 2)).toMatchObject([
    { playtime: 60, points: 5 },
    { playtime: 60, points: 5 },
  ]);
});

test("games are read until there is no room, the last played ones", () => {
  const next = withPage(partOf(MOST - 50, "games"), "games", pageOf(idsFrom(800_001, 100)));
  expect(idsOf(next)).toEqual([...idsFrom(1, MOST - 50), ...idsFrom(800_001, 50)]);
  expect(next.stage).toBe("sets");
});

test("a refresh without room replaces the games that were known first", () => {
  const { times } = partOf(MOST, "games");
  const merged = mergeTimes(times, pageOf([3, 900_001]).rows);
  expect(merged).toHaveLength(MOST);
  expect(merged[0]?.gameId).toBe(2);
  expect(merged.slice(-2).map(({ gameId }) => gameId)).toEqual([3, 900_001]);
});
