import { expect, test } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { listGames } from "./list-games";
import { ALMOST_THERE_QUERY } from "./list-query";
import { overview } from "./overview";

const now = Date.parse("2026-11-23T09:41:00Z");
const mastered = (date: string) =>
  aGame({ numAwarded: 10, highestAwardKind: "mastered", highestAwardAt: Date.parse(date) / 1000 });

test("the first year has the first award, the best the most awards, the newest of several", () => {
  const dates = ["2021-05-01", "2023-01-01", "2023-02-01", "2025-01-01", "2025-02-01"];
  const { firstYear, bestYear, streak } = overview(dates.map(mastered), now);
  expect(firstYear).toEqual({ year: 2021, awards: 1 });
  expect(bestYear).toEqual({ year: 2025, awards: 2 });
  expect(streak).toEqual({ months: 2, from: "2025-01", to: "2025-02" });
});

test("a streak can begin with the first award", () => {
  const { streak } = overview(["2021-05-01", "2021-06-01", "2023-01-01"].map(mastered), now);
  expect(streak).toEqual({ months: 2, from: "2021-05", to: "2021-06" });
});

test("suggestions say what is missing", () => {
  const near = aGame({ title: "Near", numAwarded: 9, numAwardedHardcore: 4 });
  const won = { numAwarded: 8, numAwardedHardcore: 8 };
  const stale = aGame({ title: "Stale", ...won, highestAwardKind: "mastered" });
  const view = overview([near, stale], now);
  expect(view.almostThere).toEqual([
    { gameId: near.id, title: "Near", possible: 10, missing: 1, missingHardcore: 6 },
  ]);
  expect(view.restorable).toEqual([
    { gameId: stale.id, title: "Stale", possible: 10, missing: 2, missingHardcore: 2 },
  ]);
});

test("the suggestions that are almost there are the first of the linked list", () => {
  const games = [
    aGame({ maxPossible: 10, numAwarded: 9 }),
    aGame({ maxPossible: 100, numAwarded: 90 }),
    aGame({ maxPossible: 100, numAwarded: 36 }),
    aGame({ maxPossible: 100, numAwarded: 95, highestAwardKind: "mastered" }),
    aGame({ maxPossible: 100, numAwarded: 81, highestAwardKind: "beaten-softcore" }),
    aGame({ maxPossible: 100, numAwarded: 99, systemId: 101 }),
  ];
  const ids = overview(games, now).almostThere.map(({ gameId }) => gameId);
  expect(ids).toEqual([games[1]?.id, games[0]?.id, games[4]?.id]);
  expect(listGames(games, ALMOST_THERE_QUERY).found.map(({ id }) => id)).toEqual(ids);
});

test("at most three games are suggested of each kind", () => {
  const near = Array.from({ length: 7 }, () => aGame({ numAwarded: 9 }));
  const stale = near.map((game) => ({ ...game, highestAwardKind: "mastered" as const }));
  const view = overview([...near, ...stale], now);
  expect([view.almostThere, view.restorable].map((games) => games.length)).toEqual([3, 3]);
});

test("systems come with their counts", () => {
  const { systems } = overview([aGame({ systemId: 3, systemName: "SNES/Super Famicom" })], now);
  expect(systems).toEqual([
    { id: 3, name: "SNES/Super Famicom", counts: expect.objectContaining({ played: 1 }) },
  ]);
});

test("an overview is cached by snapshot time", () => {
  const games = [mastered("2023-01-01")];
  expect(overview(games, now)).toBe(overview(games, now));
  expect(overview(games, now + 864e5).days.firstDay).not.toBe(overview(games, now).days.firstDay);
});

test("RA's Events are left out, and an empty library has an overview", () => {
  expect(overview([aGame({ systemId: 101 })], now)).toEqual(overview([], now));
  expect(overview([], now)).toMatchObject({ streak: null, firstYear: null, bestYear: null });
});
