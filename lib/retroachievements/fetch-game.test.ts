import { expect, test } from "vitest";
import { aClient, standIn } from "@/e2e/support/unit-stand-in";
import { aWireRow } from "@/e2e/support/wire-games";
import { aWirePlayer, type WireRow } from "@/e2e/support/wire-player";
import { aWireUnlock } from "@/e2e/support/wire-unlocks";
import { LIMITS } from "@/lib/limits";

const read = (user: string, gameId: number) => aClient().fetchGameOfPlayer(user, gameId);
const setGames = (name: string, games: WireRow[]) =>
  standIn.setPlayer(aWirePlayer({ name, games }));

test.each([5, 89, 600])("a game of %i achievements comes in one call", async (size) => {
  const row = { MaxPossible: size, NumAwarded: size - 2, NumAwardedHardcore: 2 };
  setGames("Sizes", [aWireRow({ GameID: 11, ...row })]);
  const game = await read("sizes", 11);
  expect(game?.facts.achievements).toHaveLength(size);
  expect(game?.own.dates).toHaveLength(size - 2);
  expect(game?.own.dates.filter(({ hardcoreAt }) => hardcoreAt !== null)).toHaveLength(2);
  expect(standIn.calls().map(({ params }) => params)).toEqual([{ u: "sizes", g: "11", a: "1" }]);
});

test("an achievement has what is shown of it, and a player its dates", async () => {
  const row = aWireRow({ GameID: 3164, MaxPossible: 2, NumAwarded: 1, NumAwardedHardcore: 0 });
  const unlock = aWireUnlock(Date.UTC(2022, 7, 23, 22, 56, 38) / 1000, {
    ...{ AchievementID: 342, GameID: 3164, HardcoreMode: 0, Points: "10", TrueRatio: null },
    ...{ Title: "Line\u202ebreak", BadgeName: "228985", Type: "progression" },
  });
  standIn.setPlayer({ ...aWirePlayer({ name: "Dates", games: [row] }), unlocks: [unlock] });
  const game = await read("Dates", 3164);
  expect(game?.facts.achievements.find(({ id }) => id === 342)).toEqual({
    ...{ id: 342, title: "Linebreak", description: "Do what has to be done" },
    ...{ points: 10, retroPoints: 0, badgeName: "228985", type: "progression" },
    ...{ numAwarded: expect.any(Number), numAwardedHardcore: expect.any(Number) },
  });
  expect(game?.own.dates).toEqual([{ achievementId: 342, at: 1_661_295_398, hardcoreAt: null }]);
});

test("achievements are in the order of display, not of their ids", async () => {
  setGames("Order", [aWireRow({ GameID: 9, MaxPossible: 4 })]);
  const game = await read("Order", 9);
  expect(game?.facts.achievements.map(({ id }) => id)).toEqual([9003, 9002, 9001, 9000]);
});

test.each([{}, []])("a retired set has none, written as %j", async (Achievements) => {
  const kind = { HighestAwardKind: "mastered" as const, NumAwarded: 0, NumAwardedHardcore: 0 };
  setGames("Retired", [aWireRow({ GameID: 4, MaxPossible: 0, ...kind })]);
  standIn.setFields("game", "Retired", { Achievements });
  const game = await read("Retired", 4);
  expect(game?.facts.achievements).toEqual([]);
  expect(game?.own.dates).toEqual([]);
});

test("a subset names its base game, and a game that was never played has no dates", async () => {
  const base = aWireRow({ GameID: 8, Title: "Base" });
  setGames("Owner", [base, aWireRow({ GameID: 15, Title: "Base [Subset - Bonus]" })]);
  setGames("Newcomer", []);
  expect((await read("Owner", 15))?.facts.parentGameId).toBe(8);
  expect((await read("Owner", 8))?.facts.parentGameId).toBeNull();
  const unplayed = await read("Newcomer", 8);
  expect(unplayed?.facts.achievements).toHaveLength(10);
  expect(unplayed?.own.dates).toEqual([]);
});

test("an unknown player or game is none", async () => {
  setGames("Known", [aWireRow({ GameID: 8 })]);
  expect(await read("Stranger", 8)).toBeNull();
  expect(await read("Known", 999)).toBeNull();
});

test("nulls and odd values leave the game", async () => {
  setGames("Nulls", [aWireRow({ GameID: 8 })]);
  const odd = {
    ...{
      Title: null,
      Description: null,
      Points: null,
      TrueRatio: null,
      BadgeName: "../x",
      Type: "new",
    },
    ...{ NumAwarded: null, NumAwardedHardcore: null, DisplayOrder: null, DateEarned: "soon" },
  };
  standIn.setFields("game", "Nulls", {
    ...{ ParentGameID: null, UserTotalPlaytime: null, NumDistinctPlayers: null },
    Achievements: { 1: { ID: "1", ...odd }, 2: { ID: null } },
  });
  const game = await read("Nulls", 8);
  expect(game).toEqual({
    facts: {
      ...{ gameId: 8, parentGameId: null, players: 0 },
      achievements: [
        {
          ...{ id: 1, title: "", description: "", points: 0, retroPoints: 0, badgeName: "00000" },
          ...{ type: null, numAwarded: 0, numAwardedHardcore: 0 },
        },
      ],
    },
    own: { playtimeSeconds: 0, dates: [] },
  });
});

test.each([
  ["another game", { ID: 9 }],
  ["no achievement that can be read", { Achievements: { 1: { ID: null } } }],
  ["achievements of another shape", { Achievements: "none" }],
  [
    "more achievements than any game has",
    { Achievements: Array(LIMITS.achievements + 1).fill({ ID: 1 }) },
  ],
])("an answer with %s is refused", async (_, fields) => {
  setGames("Strange", [aWireRow({ GameID: 8 })]);
  standIn.setFields("game", "Strange", fields);
  await expect(read("Strange", 8)).rejects.toMatchObject({ code: "invalid-response" });
});

test.each(["huge", "endless", "bomb", "many-rows", "brackets", "html", "malformed"] as const)(
  "an answer like %s is refused",
  async (mode) => {
    standIn.fail(mode, { endpoint: "game" });
    await expect(read("Hostile", 8)).rejects.toMatchObject({ code: "invalid-response" });
  },
);

test.each([
  ["rate-limited", "rate-limited"],
  ["unavailable", "unavailable"],
  ["not-found", "unavailable"],
  ["revoked", "unauthorized-key"],
  ["cut", "unavailable"],
] as const)("a failure like %s is the error %s", async (mode, code) => {
  standIn.fail(mode, { endpoint: "game" });
  await expect(read("Failing", 8)).rejects.toMatchObject({ code });
});

test("a set of the largest size with the longest texts fits the bounds", async () => {
  setGames("Long", [aWireRow({ GameID: 8, MaxPossible: 900 })]);
  const game = await read("Long", 8);
  const texts = { Title: "\u{1F3AE}".repeat(64), Description: "\u00e9".repeat(255) };
  const Achievements = (game?.facts.achievements ?? []).map(({ id }) => ({
    ID: id,
    Points: 5,
    ...texts,
  }));
  standIn.setFields("game", "Long", { Achievements });
  expect((await read("Long", 8))?.facts.achievements).toHaveLength(900);
});
