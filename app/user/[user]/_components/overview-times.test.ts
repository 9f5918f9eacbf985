import { expect, test } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { type GameTime, UNKNOWN_TIME } from "@/lib/times/game-time";
import { overviewTimes } from "./overview-times";

const MASTERED = { numAwarded: 10, numAwardedHardcore: 10, highestAwardKind: "mastered" } as const;

/** What is said of a player with these times, each of a game that is mastered, or of a half one. */
function said(...known: (Partial<GameTime> & { isBegun?: boolean })[]) {
  const games = known.map(({ isBegun }, at) => aGame({ id: at + 1, ...(!isBegun && MASTERED) }));
  const times = known.map(({ isBegun, ...time }, at) => ({
    ...{ ...UNKNOWN_TIME, ...time, gameId: at + 1 },
  }));
  const { masteries, ...all } = overviewTimes(games, new Map(times.map((of) => [of.gameId, of])));
  return {
    ...all,
    masteries: masteries.map(([which, gameId, , figure]) => `${which} ${gameId}: ${figure}`),
  };
}

const HOUR = 3600;

test("nothing is said of what is not known", () => {
  const nothing = { played: null, masteries: [], left: null };
  expect(said()).toEqual(nothing);
  expect(said({}, { isBegun: true }, { playtime: 0, timeToMaster: 0 })).toEqual(nothing);
});

test("the rarest, the longest and the fastest mastery have their figures", () => {
  expect(
    said(
      { timeToMaster: 30 * HOUR, timesMastered: 300, playersHardcore: 1000 },
      { timeToMaster: 45 * 60, timesMastered: 200, playersHardcore: 1000 },
      { timeToMaster: 5 * HOUR, timesMastered: 21, playersHardcore: 1000 },
      { timeToMaster: 40, isBegun: true },
    ).masteries,
  ).toEqual(["Rarest 3: mastered by 2.1%", "Longest 1: 30 hours", "Fastest 2: 45 minutes"]);
});

test("one mastery is not both the longest and the fastest", () => {
  expect(said({ timeToMaster: 3 * HOUR }, {}).masteries).toEqual(["Longest 1: 3 hours"]);
});

test("hours are of all games, and what is left of those that are begun", () => {
  const begun = { isBegun: true, playtime: HOUR };
  expect(said({ playtime: 2 * HOUR }, begun, { ...begun, medianMasterMinutes: 600 })).toMatchObject(
    { played: "4 hours", left: { seconds: 5 * HOUR, games: 2, estimated: 1 } },
  );
});
