import { expect, test } from "vitest";
import { DEFAULT_COMPARE_QUERY } from "@/lib/compare/compare-query";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { compareJson } from "./compare-json";

const seconds = (date: string) => Date.parse(date) / 1000;
const owl = aGame({
  title: "Owl",
  numAwarded: 10,
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
const json = (given = {}) => compareJson([anna, bert], { ...DEFAULT_COMPARE_QUERY, ...given });

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
      leader: "Anna",
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

test("the query filters the games, and changes no other figure", () => {
  const only = json({ who: "only-b" });
  expect(only.results.map(({ title, progress, leader }) => [title, progress[0], leader])).toEqual([
    ["Moth", null, null],
  ]);
  expect([only.total, only.page, only.pages]).toEqual([1, 1, 1]);
  expect(only.overlap).toEqual(json().overlap);
});
