import fc from "fast-check";
import { expect, test } from "vitest";
import { EVENTS_SYSTEM_ID, type Game } from "@/lib/domain/player";
import { aGame } from "@/lib/domain/test-games";
import { compareTimes } from "./compare-times";
import { type GameTime, UNKNOWN_TIME } from "./game-time";
import { anyLibrary } from "./test-times";

const mastered = (id: number, changed: Partial<Game> = {}) =>
  aGame({
    ...{ id, numAwarded: 10, numAwardedHardcore: 10, highestAwardKind: "mastered" },
    ...{ highestAwardAt: 1_700_000_000, ...changed },
  });
const player = (games: Game[], ...times: (Partial<GameTime> & { gameId: number })[]) => ({
  games,
  times: new Map(times.map((time) => [time.gameId, { ...UNKNOWN_TIME, ...time }])),
});

test("games of all players have both times, and who was faster", () => {
  const anna = player(
    [mastered(1), mastered(2), mastered(3)],
    { gameId: 1, playtime: 900, timeToMaster: 800, timesMastered: 5, playersHardcore: 100 },
    { gameId: 3, playtime: 70, timeToMaster: 60 },
  );
  const bob = player(
    [mastered(3), mastered(1), mastered(4)],
    { gameId: 1, playtime: 700, timeToMaster: 600 },
    { gameId: 3, timeToMaster: 60 },
  );
  expect(compareTimes([anna, bob])).toEqual({
    playtimes: [
      { seconds: 970, games: 2 },
      { seconds: 700, games: 1 },
    ],
    games: [
      { gameId: 1, rarity: 0.05, playtimes: [900, 700], timesToMaster: [800, 600], fastest: 1 },
      // The same time: nobody was faster.
      { gameId: 3, rarity: null, playtimes: [70, null], timesToMaster: [60, 60], fastest: null },
    ],
    fastest: [0, 1],
  });
});

test("a game that only one has mastered has no fastest player", () => {
  const anna = player([mastered(1)], { gameId: 1, timeToMaster: 800 });
  const bob = player([mastered(1, { highestAwardKind: "completed" })], {
    gameId: 1,
    timeToMaster: 5,
  });
  expect(compareTimes([anna, bob]).games).toMatchObject([
    { timesToMaster: [800, null], fastest: null },
  ]);
});

test("rarity is shown where it is known of one player", () => {
  const anna = player([mastered(1)]);
  const bob = player([mastered(1)], { gameId: 1, timesMastered: 1, playersHardcore: 4 });
  const compared = compareTimes([anna, bob]);
  expect(compared.games).toMatchObject([{ rarity: 0.25 }]);
  expect(compared.playtimes).toEqual([null, { seconds: 0, games: 0 }]);
});

test("events are left out", () => {
  const anna = player([mastered(1, { systemId: EVENTS_SYSTEM_ID })]);
  expect(compareTimes([anna, anna]).games).toEqual([]);
});

test("the order of players only changes the order of what is theirs", () => {
  fc.assert(
    fc.property(anyLibrary, anyLibrary, (one, other) => {
      const [there, back] = [compareTimes([one, other]), compareTimes([other, one])];
      expect(back.playtimes).toEqual(there.playtimes.toReversed());
      expect(back.fastest).toEqual(there.fastest.toReversed());
      expect(back.games.map(({ gameId }) => gameId).sort()).toEqual(
        there.games.map(({ gameId }) => gameId).sort(),
      );
      const mine = compareTimes([one, one]);
      expect(mine.fastest).toEqual([0, 0]);
    }),
  );
});
