import { expect, test } from "vitest";
import { areTimesKnown } from "./are-times-known";
import { type GameTime, UNKNOWN_TIME } from "./game-time";

const of = (time: Partial<GameTime>) => new Map([[1, { ...UNKNOWN_TIME, gameId: 1, ...time }]]);

test.each<[what: string, times: Map<number, GameTime>, isKnown: boolean]>([
  ["nothing", new Map(), false],
  ["points alone, as from API v1", of({ points: 10, pointsTotal: 50 }), false],
  ["a playtime", of({ playtime: 60 }), true],
  ["a first unlock", of({ firstUnlockAt: 1 }), true],
  ["how many play it", of({ playersHardcore: 9 }), true],
])("of %s", (_, times, isKnown) => {
  expect(areTimesKnown(times)).toBe(isKnown);
});
