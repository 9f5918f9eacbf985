import fc from "fast-check";
import { expect, test } from "vitest";
import { EVENTS_SYSTEM_ID, type Game } from "@/lib/domain/player";
import { aGame } from "@/lib/domain/test-games";
import { compareTotals, timesOfCompared } from "./compare-times";
import { type GameTime, UNKNOWN_TIME } from "./game-time";
import { anyLibrary } from "./test-times";

const mastered = (id: number, changed: Partial<Game> = {}) =>
  aGame({
    ...{ id, numAwarded: 10, numAwardedHardcore: 10, highestAwardKind: "mastered" },
    ...{ highestAwardAt: 1_700_000_000, ...changed },
  });

type TimedPlayer = Parameters<typeof compareTotals>[1][number];

const player = (games: Game[], ...times: (Partial<GameTime> & { gameId: number })[]) => ({
  games,
  times: new Map(times.map((time) => [time.gameId, { ...UNKNOWN_TIME, ...time }])),
});

/** The games of all players, each once. */
function joined(players: readonly TimedPlayer[]): (Game | null)[][] {
  const ids = new Set(players.flatMap(({ games }) => games.map(({ id }) => id)));
  return [...ids].map((id) =>
    players.map(({ games }) => games.find((each) => each.id === id) ?? null),
  );
}

function timesOf(...players: TimedPlayer[]) {
  const times = players.map((each) => each.times);
  return joined(players).map((progress) => timesOfCompared({ progress }, times));
}

const totalsOf = (...players: TimedPlayer[]) =>
  compareTotals(
    joined(players).map((progress) => ({ progress })),
    players,
  );

test("games have the times of all players, and who was faster", () => {
  const anna = player(
    [mastered(1), mastered(2), mastered(3)],
    { gameId: 1, playtime: 900, timeToMaster: 800, timesMastered: 5, playersHardcore: 100 },
    { gameId: 3, playtime: 70, timeToMaster: 60 },
  );
  const bob = player(
    [mastered(3), mastered(1)],
    { gameId: 1, playtime: 700, timeToMaster: 600 },
    { gameId: 3, timeToMaster: 60 },
    // Played, without an unlock.
    { gameId: 9, playtime: 50 },
  );
  expect(timesOf(anna, bob)).toEqual([
    { rarity: 0.05, playtimes: [900, 700], timesToMaster: [800, 600], fastest: 1 },
    { rarity: null, playtimes: [null, null], timesToMaster: [null, null], fastest: null },
    // The same time: neither was faster.
    { rarity: null, playtimes: [70, null], timesToMaster: [60, 60], fastest: null },
  ]);
  expect(totalsOf(anna, bob)).toEqual([
    { playtime: { seconds: 970, games: 2 }, rareMasteries: 1, fastest: 0 },
    { playtime: { seconds: 750, games: 2 }, rareMasteries: null, fastest: 1 },
  ]);
});

test("of three players, the fastest of those who have mastered it is the fastest", () => {
  const of = (timeToMaster: number | null) => player([mastered(1)], { gameId: 1, timeToMaster });
  expect(timesOf(of(800), of(null), of(600))).toMatchObject([{ fastest: 2 }]);
  expect(timesOf(of(800), of(null), of(null))).toMatchObject([{ fastest: null }]);
});

test.each<[why: string, changed: Partial<Game>]>([
  ["completed, not mastered", { highestAwardKind: "completed" }],
  ["grown since", { maxPossible: 12 }],
  ["an event", { systemId: EVENTS_SYSTEM_ID }],
])("a game has no time to master: %s", (_, changed) => {
  const anna = player([mastered(1)], { gameId: 1, timeToMaster: 800 });
  const bob = player([mastered(1, changed)], { gameId: 1, timeToMaster: 5 });
  expect(timesOf(anna, bob)).toMatchObject([{ timesToMaster: [800, null], fastest: null }]);
});

test("rarity is shown where it is known of one player", () => {
  const anna = player([mastered(1)]);
  const bob = player([mastered(1)], { gameId: 1, timesMastered: 1, playersHardcore: 4 });
  expect(timesOf(anna, bob)).toMatchObject([{ rarity: 0.25 }]);
});

test("what is not known of a player is no zero", () => {
  const anna = player([mastered(1)]);
  const bob = player([mastered(1)], { gameId: 1, timesMastered: 1, playersHardcore: 4 });
  expect(totalsOf(anna, bob)).toEqual([
    { playtime: null, rareMasteries: null, fastest: 0 },
    { playtime: null, rareMasteries: 0, fastest: 0 },
  ]);
});

test("the order of players only changes the order of what is theirs", () => {
  fc.assert(
    fc.property(anyLibrary, anyLibrary, (one, other) => {
      expect(totalsOf(other, one)).toEqual(totalsOf(one, other).toReversed());
      expect(totalsOf(one, one).map(({ fastest }) => fastest)).toEqual([0, 0]);
    }),
  );
});
