import fc from "fast-check";
import { expect, test } from "vitest";
import { gameList, gamesFile, summary } from "@/lib/api-docs/answers";
import { aGame } from "@/lib/domain/test-games";
import { DEFAULT_LIST_QUERY, type ListQuery } from "@/lib/progress/list-query";
import { toApiRow } from "@/lib/retroachievements/wire";
import { type GameTime, UNKNOWN_TIME } from "@/lib/times/game-time";
import { anyTimedLibrary } from "@/lib/times/test-library";
import { gameListJson, gamesFileJson, summaryJson } from "./list-json";

const mastered = aGame({
  highestAwardKind: "mastered",
  highestAwardAt: 1_700_000_000,
  numAwarded: 10,
  numAwardedHardcore: 10,
});
const begun = aGame({ maxPossible: 10, numAwarded: 4, numAwardedHardcore: 4 });
const subset = aGame({ title: "A Game [Subset - Bonus]", numAwarded: 10, numAwardedHardcore: 10 });
const games = [mastered, begun, subset];
const time = (gameId: number, given: Partial<GameTime>): [number, GameTime] => [
  gameId,
  { ...UNKNOWN_TIME, gameId, ...given },
];
const times = new Map([
  time(mastered.id, {
    playtime: 3600,
    timeToMaster: 3000,
    masteredAt: 1_700_000_000,
    points: 100,
    pointsHardcore: 100,
    pointsTotal: 100,
    timesMastered: 21,
    playersHardcore: 1000,
  }),
  time(begun.id, {
    playtime: 60,
    points: 5,
    pointsHardcore: 0,
    pointsTotal: 50,
    medianMasterMinutes: 100,
  }),
  time(subset.id, { playtime: 1800 }),
]);
const query = (given: Partial<ListQuery> = {}): ListQuery => ({ ...DEFAULT_LIST_QUERY, ...given });

test("a game has what is known of it, and null for what is not", () => {
  const [row] = gameListJson({ games }, query({ status: "eq-mastered" }), times).results;
  expect(row).toMatchObject({
    ...toApiRow(mastered),
    isSubset: false,
    playtimeSeconds: 3600,
    timeToMasterSeconds: 3000,
    masteredDate: "2023-11-14T22:13:20.000Z",
    points: 100,
    rarity: 0.021,
    medianTimeToMasterSeconds: null,
    beatenDate: null,
  });
  const answer = gameListJson({ games: [subset] }, query(), new Map());
  expect(answer.timesKnown).toBe(false);
  expect(answer.results[0]).toMatchObject({ isSubset: true, playtimeSeconds: null, rarity: null });
});

test("the summary adds up times and points of the games that it is of", () => {
  expect(summaryJson({ games }, query(), times)).toMatchObject({
    timesKnown: true,
    // Without the subset, whose sessions are in its base game's time.
    time: {
      ...{ playtimeSeconds: 3660, games: 2 },
      ...{ leftSeconds: 3600, leftGames: 1, leftEstimated: 1 },
    },
    points: { games: 2, points: 105, pointsHardcore: 100, pointsTotal: 150 },
  });
  expect(summaryJson({ games }, query({ status: "eq-mastered" }), times)).toMatchObject({
    time: { playtimeSeconds: 3600, games: 1, leftSeconds: 0 },
    points: { points: 100, pointsTotal: 100 },
  });
});

test("nothing is said where nothing is known", () => {
  const unknown = summaryJson({ games }, query(), new Map());
  expect(unknown).toMatchObject({ timesKnown: false, time: null, points: null });
  // RA's API v1 has points of all modes alone.
  const points = new Map([time(begun.id, { points: 5, pointsTotal: 50 })]);
  expect(summaryJson({ games }, query(), points)).toMatchObject({
    timesKnown: false,
    time: null,
    points: { games: 1, points: 5, pointsHardcore: null, pointsTotal: 50 },
  });
});

test("every answer has the documented shape", () => {
  fc.assert(
    fc.property(anyTimedLibrary, ({ games, times }) => {
      const all = query({ sort: "rarity" });
      for (const [schema, answer] of [
        [gameList, gameListJson({ games }, all, times)],
        [gamesFile, gamesFileJson({ games }, all, times)],
        [summary, summaryJson({ games }, all, times)],
      ] as const) {
        expect(schema.strict().parse(JSON.parse(JSON.stringify(answer)))).toEqual(answer);
      }
    }),
  );
});
