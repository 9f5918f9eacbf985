import fc from "fast-check";
import { expect, test } from "vitest";
import { EVENTS_SYSTEM_ID, type Game } from "@/lib/domain/player";
import { aGame } from "@/lib/domain/test-games";
import { type GameTime, UNKNOWN_TIME } from "./game-time";
import { anyLibrary } from "./test-times";
import { yearTimes } from "./year-times";

const at = (text: string) => Date.parse(text) / 1000;
const MASTERED = at("2026-02-03T10:00:00Z");
const game = (changed: Partial<Game> = {}) =>
  aGame({
    ...{ id: 1, numAwarded: 10, numAwardedHardcore: 10, highestAwardKind: "mastered" },
    ...{ highestAwardAt: MASTERED, ...changed },
  });
const timesOf = (time: Partial<GameTime>) =>
  new Map([[1, { ...UNKNOWN_TIME, gameId: 1, ...time }]]);

test("a game beaten in one year and mastered in the next is in the first year's list", () => {
  const beatenHardcoreAt = at("2025-12-31T23:00:00Z");
  const times = timesOf({ beatenAt: beatenHardcoreAt, beatenHardcoreAt, masteredAt: MASTERED });
  expect(yearTimes([game()], times, 2025).masteredLater).toEqual([
    { game: game(), beatenAt: beatenHardcoreAt, masteredAt: MASTERED, isHardcore: true },
  ]);
  expect(yearTimes([game()], times, 2026).masteredLater).toEqual([]);
  expect(yearTimes([game()], times, 2024).masteredLater).toEqual([]);
});

test("a casual win counts in its own year, beside the hardcore one of a later year", () => {
  const [beatenAt, beatenHardcoreAt] = [at("2023-05-01"), at("2024-06-01")];
  const times = timesOf({ beatenAt, beatenHardcoreAt });
  const listed = (year: number) => yearTimes([game()], times, year).masteredLater;
  expect(listed(2023)).toMatchObject([{ beatenAt, isHardcore: false }]);
  expect(listed(2024)).toMatchObject([{ beatenAt: beatenHardcoreAt, isHardcore: true }]);
});

test.each<[why: string, changed: Partial<Game>, time: Partial<GameTime>]>([
  ["beaten and mastered in one year", { highestAwardAt: at("2025-12-01") }, {}],
  ["not mastered", { highestAwardKind: "completed" }, {}],
  ["an event", { systemId: EVENTS_SYSTEM_ID }, {}],
  ["a mastery without a date", { highestAwardAt: null }, {}],
  ["not dated as beaten", {}, { beatenHardcoreAt: null }],
])("not in the list: %s", (_, changed, time) => {
  const times = timesOf({ beatenHardcoreAt: at("2025-04-01"), ...time });
  expect(yearTimes([game(changed)], times, 2025).masteredLater).toEqual([]);
});

test("without times a year has nothing of them", () => {
  const nothing = { rarest: null, fastest: null, longest: null, masteredLater: [] };
  expect(yearTimes([game()], new Map(), 2026)).toEqual(nothing);
});

test("any year has its own rarest, fastest and longest mastery", () => {
  fc.assert(
    fc.property(anyLibrary, ({ games, times }) => {
      for (let year = 2011; year < 2034; year++) {
        const { rarest, fastest, longest, masteredLater } = yearTimes(games, times, year);
        for (const mastery of [rarest, fastest, longest]) {
          if (mastery) expect(new Date((mastery.at ?? 0) * 1000).getUTCFullYear()).toBe(year);
        }
        expect(fastest?.seconds ?? 0).toBeLessThanOrEqual(longest?.seconds ?? 0);
        for (const { game, beatenAt, masteredAt } of masteredLater) {
          expect([times.get(game.id)?.beatenAt, times.get(game.id)?.beatenHardcoreAt]).toContain(
            beatenAt,
          );
          expect(masteredAt).toBeGreaterThan(beatenAt);
        }
      }
    }),
  );
});
