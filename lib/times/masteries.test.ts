import fc from "fast-check";
import { expect, test } from "vitest";
import { AWARD_KINDS, EVENTS_SYSTEM_ID, type Game } from "@/lib/domain/player";
import { aGame } from "@/lib/domain/test-games";
import { type GameTime, UNKNOWN_TIME } from "./game-time";
import { fastestMasteries, longestMasteries, masteriesOf, rarestMasteries } from "./masteries";
import { anyLibrary } from "./test-times";

const HOUR = 3600;
const at = (text: string) => Date.parse(text) / 1000;
const mastered = (id: number, changed: Partial<Game> = {}) =>
  aGame({
    ...{ id, numAwarded: 10, numAwardedHardcore: 10, highestAwardKind: "mastered" },
    ...{ highestAwardAt: at("2025-05-01") + id, ...changed },
  });
const timesOf = (...given: (Partial<GameTime> & { gameId: number })[]) =>
  new Map(given.map((time) => [time.gameId, { ...UNKNOWN_TIME, ...time }]));
const ids = (masteries: readonly { game: Game }[]) => masteries.map(({ game }) => game.id);

test("the rarest mastery is that of the smallest share of hardcore players", () => {
  const games = [mastered(1), mastered(2), mastered(3), mastered(4)];
  const times = timesOf(
    { gameId: 1, timesMastered: 50, playersHardcore: 1000 },
    { gameId: 2, timesMastered: 60, playersHardcore: 3000 },
    { gameId: 3, timesMastered: 3, playersHardcore: 150 },
  );
  const rarest = rarestMasteries(games, times);
  expect(rarest.map(({ rarity }) => rarity)).toEqual([0.02, 0.02, 0.05]);
  // The newer of two.
  expect(ids(rarest)).toEqual([3, 2, 1]);
});

test("the longest and the fastest masteries are by the play until then", () => {
  const games = [mastered(1), mastered(2), mastered(3), mastered(4)];
  const times = timesOf(
    { gameId: 1, timeToMaster: 5 * HOUR },
    { gameId: 2, timeToMaster: 30 * HOUR },
    { gameId: 3, timeToMaster: 0, playtime: HOUR },
  );
  expect(ids(longestMasteries(games, times))).toEqual([2, 1]);
  expect(ids(fastestMasteries(games, times))).toEqual([1, 2]);
});

test("a night that the emulator ran is no long mastery", () => {
  const game = mastered(1);
  const firstUnlockAt = (game.highestAwardAt ?? 0) - 50 * HOUR;
  const times = timesOf({ gameId: 1, timeToMaster: 48 * HOUR, firstUnlockAt });
  expect(longestMasteries([game], times)).toEqual([]);
});

test.each<[why: string, changed: Partial<Game>]>([
  ["a set that has grown", { maxPossible: 12 }],
  ["a retired set", { maxPossible: 0, numAwarded: 0, numAwardedHardcore: 0 }],
])("%s stays a mastery, without rarity and time", (_, changed) => {
  const known = { gameId: 1, timesMastered: 1, playersHardcore: 9, timeToMaster: HOUR };
  const masteries = masteriesOf([mastered(1, changed)], timesOf(known));
  expect(masteries).toMatchObject([{ rarity: null, seconds: null }]);
});

test("events and other awards are no masteries", () => {
  const games = [
    mastered(1, { systemId: EVENTS_SYSTEM_ID }),
    mastered(2, { highestAwardKind: "completed" }),
    mastered(3, { highestAwardKind: null }),
  ];
  expect(masteriesOf(games, timesOf())).toEqual([]);
});

test("a year has the masteries that RA's list dates in it, else those of API v2", () => {
  const games = [
    mastered(1, { highestAwardAt: at("2024-12-31T23:59:59Z") }),
    mastered(2, { highestAwardAt: at("2025-01-01T00:00:00Z") }),
    mastered(3, { highestAwardAt: null }),
    mastered(4, { highestAwardAt: null }),
  ];
  const times = timesOf(
    { gameId: 1, masteredAt: at("2025-06-01") },
    { gameId: 3, masteredAt: at("2025-06-01") },
  );
  expect(ids(masteriesOf(games, times, 2025))).toEqual([2, 3]);
  expect(ids(masteriesOf(games, times))).toEqual([1, 2, 3, 4]);
});

test("any library has the masteries that a plain search finds", () => {
  fc.assert(
    fc.property(anyLibrary, fc.integer({ min: 2011, max: 2034 }), ({ games, times }, year) => {
      const [rarest] = rarestMasteries(games, times, year);
      const [fastest] = fastestMasteries(games, times, year);
      let least = Infinity;
      let shortest = Infinity;
      for (const game of games) {
        const time = times.get(game.id);
        if (!time || game.highestAwardKind !== AWARD_KINDS[0]) continue;
        if (game.systemId === 101 || game.numAwardedHardcore < game.maxPossible) continue;
        if (game.maxPossible === 0) continue;
        const won = game.highestAwardAt ?? time.masteredAt;
        if (won === null || !new Date(won * 1000).toISOString().startsWith(`${year}-`)) continue;
        if (time.timesMastered && time.playersHardcore)
          least = Math.min(least, time.timesMastered / time.playersHardcore);
        const [from, to] = [time.firstUnlockAt, game.highestAwardAt];
        const span = from && to ? Math.abs(to - from) : Infinity;
        const played = time.timeToMaster ?? 0;
        if (played > 0 && (played <= 129_600 || span >= 2 * played))
          shortest = Math.min(shortest, played);
      }
      expect(rarest?.rarity ?? Infinity).toBe(least === Infinity ? least : Math.min(1, least));
      expect(fastest?.seconds ?? Infinity).toBe(shortest);
    }),
  );
});
