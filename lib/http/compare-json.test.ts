import { expect, test } from "vitest";
import { DEFAULT_COMPARE_QUERY } from "@/lib/compare/compare-query";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { type GameTime, UNKNOWN_TIME } from "@/lib/times/game-time";
import { compareJson } from "./compare-json";

const seconds = (date: string) => Date.parse(date) / 1000;
const owl = aGame({
  title: "Owl",
  numAwarded: 10,
  numAwardedHardcore: 10,
  highestAwardKind: "mastered",
  highestAwardAt: seconds("2024-03-05T01:02:03Z"),
});
const moth = aGame({
  title: "Moth",
  systemId: 4,
  systemName: "Game Boy",
  mostRecentAwardedAt: null,
});
const anna = { player: aPlayer([owl], { name: "Anna", points: 500 }), refreshError: null };
const bert = {
  player: aPlayer([{ ...owl, numAwarded: 6, highestAwardKind: null, highestAwardAt: null }, moth], {
    name: "Bert",
    ulid: "01HDEM0AMP11GHTERX0000Z7Q2",
  }),
  refreshError: null,
};
const json = (given = {}, times: GameTime[][] = []) =>
  compareJson(
    [anna, bert],
    { ...DEFAULT_COMPARE_QUERY, ...given },
    [0, 1].map((at) => new Map(times[at]?.map((time) => [time.gameId, time]))),
  );

test("each player has figures, and shared games are counted", () => {
  const { players, overlap } = json();
  expect(players[0]).toEqual({
    name: "Anna",
    ulid: anna.player.profile.ulid,
    points: 500,
    casualPoints: 67,
    retroPoints: 20_000,
    counts: expect.objectContaining({ played: 1, mastered: 1 }),
    averageWon: 1,
    time: null,
    rareMasteries: null,
    fastestToMaster: 0,
    checkedAt: "2026-11-24T12:00:00.000Z",
  });
  expect(overlap).toEqual({ all: 2, both: 1, even: 0, ahead: [1, 0], only: [0, 1] });
});

test("months and systems have an entry for each player", () => {
  const { months, systems } = json();
  const none = { mastered: 0, completed: 0, beaten: 0, beatenCasual: 0 };
  expect(months).toEqual([{ month: "2024-03", players: [{ ...none, mastered: 1 }, none] }]);
  expect(systems.map(({ name, players }) => [name, ...players.map(({ games }) => games)])).toEqual([
    ["NES/Famicom", 1, 1],
    ["Game Boy", 0, 1],
  ]);
});

test("leaders, and players who mastered a suggestion, are named", () => {
  const { results, worthATry } = json({ q: "owl" });
  expect(worthATry).toEqual([
    [],
    [{ gameId: owl.id, title: "Owl", won: 0.6, missing: 4, masteredBy: ["Anna"] }],
  ]);
  expect(results).toEqual([
    {
      gameId: owl.id,
      title: "Owl",
      imageIcon: owl.iconPath,
      consoleId: 7,
      consoleName: "NES/Famicom",
      maxPossible: 10,
      rarity: null,
      leader: "Anna",
      fastestToMaster: null,
      progress: [
        expect.objectContaining({
          numAwarded: 10,
          highestAwardKind: "mastered",
          highestAwardDate: "2024-03-05T01:02:03.000Z",
        }),
        expect.objectContaining({ numAwarded: 6, highestAwardKind: null, highestAwardDate: null }),
      ],
    },
  ]);
});

test("times of both are beside their progress, and in the totals", () => {
  const time = { ...UNKNOWN_TIME, gameId: owl.id, timesMastered: 1, playersHardcore: 50 };
  const { players, results } = json({ q: "owl" }, [
    [{ ...time, playtime: 4000, timeToMaster: 3600 }],
    [{ ...UNKNOWN_TIME, gameId: owl.id, playtime: 900 }],
  ]);
  expect(players).toMatchObject([
    { time: { playtimeSeconds: 4000, games: 1 }, rareMasteries: 1, fastestToMaster: 0 },
    { time: { playtimeSeconds: 900, games: 1 }, rareMasteries: null, fastestToMaster: 0 },
  ]);
  expect(results).toMatchObject([
    {
      rarity: 0.02,
      fastestToMaster: null,
      progress: [
        { playtimeSeconds: 4000, timeToMasterSeconds: 3600 },
        { playtimeSeconds: 900, timeToMasterSeconds: null },
      ],
    },
  ]);
});

test("who mastered a game in less time is named", () => {
  const { player } = anna;
  const twice = [player, { ...player, profile: { ...player.profile, name: "Cleo" } }];
  const timed = [3600, 1800].map((timeToMaster) => [
    [owl.id, { ...UNKNOWN_TIME, gameId: owl.id, timeToMaster }] as const,
  ]);
  const { players, results } = compareJson(
    twice.map((each) => ({ player: each })),
    DEFAULT_COMPARE_QUERY,
    timed.map((times) => new Map(times)),
  );
  expect(players.map(({ fastestToMaster }) => fastestToMaster)).toEqual([0, 1]);
  expect(results.map(({ fastestToMaster }) => fastestToMaster)).toEqual(["Cleo"]);
});

test("the query filters the games, and changes no other figure", () => {
  const only = json({ who: "only-b" });
  expect(only.results.map(({ title, progress, leader }) => [title, progress[0], leader])).toEqual([
    ["Moth", null, null],
  ]);
  expect([only.total, only.page, only.pages]).toEqual([1, 1, 1]);
  expect(only.overlap).toEqual(json().overlap);
});
