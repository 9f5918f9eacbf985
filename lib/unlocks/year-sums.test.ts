import fc from "fast-check";
import { expect, test } from "vitest";
import { TIME_ZONES } from "@/lib/domain/time-zones";
import { daysInZone } from "./days-in-zone";
import { streaks } from "./streaks";
import { anyUnlocks } from "./test-unlocks";
import { yearFigures, yearSums } from "./year-sums";

const activeDays = fc
  .uniqueArray(fc.integer({ min: 19_770, max: 19_830 }))
  .map((days) => days.sort((a, b) => a - b));
const dateOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** The streak that ends on a day, counted back from it. */
function endingOn(days: ReadonlySet<number>, to: number) {
  let from = to;
  while (days.has(from - 1)) from--;
  return days.has(to) ? { days: to - from + 1, from: dateOf(from), to: dateOf(to) } : null;
}

test("streaks are those that counting back from each day finds", () => {
  fc.assert(
    fc.property(activeDays, fc.integer({ min: 0, max: 3 }), (days, later) => {
      const set = new Set(days);
      const today = (days.at(-1) ?? 19_800) + later;
      const all = days.map((day) => endingOn(set, day));
      const most = Math.max(0, ...all.map((streak) => streak?.days ?? 0));
      expect(streaks(days, today)).toEqual({
        current: endingOn(set, today) ?? endingOn(set, today - 1),
        longest: all.findLast((streak) => streak?.days === most) ?? null,
        daysPlayed: days.length,
      });
    }),
  );
});

test("yesterday's streak is current until today is over", () => {
  const streak = { days: 2, from: "2024-02-28", to: "2024-02-29" };
  const days = [19_781, 19_782];
  expect(streaks(days, 19_782).current).toEqual(streak);
  expect(streaks(days, 19_783).current).toEqual(streak);
  expect(streaks(days, 19_784)).toEqual({ current: null, longest: streak, daysPlayed: 2 });
});

test("the figures of a year are those of its days and games", () => {
  fc.assert(
    fc.property(anyUnlocks, fc.constantFrom(...TIME_ZONES), (unlocks, zone) => {
      const days = daysInZone(unlocks, 2024, zone);
      const year = yearSums(unlocks, 2024, zone);
      const most = Math.max(0, ...days.map(({ achievements }) => achievements));
      const won = (id: number) => unlocks.filter(({ gameId }) => gameId === id);
      const mostWon = Math.max(0, ...unlocks.map(({ gameId }) => won(gameId).length));
      expect(year.achievements).toBe(unlocks.length);
      expect(year.points).toBe(unlocks.reduce((sum, { points }) => sum + points, 0));
      expect(year.daysPlayed).toBe(days.length);
      expect(year.busiestDay?.day).toBe(
        days.findLast(({ achievements }) => achievements === most)?.day,
      );
      expect(year.mostWonGame?.achievements ?? 0).toBe(mostWon);
      if (year.mostWonGame) expect(won(year.mostWonGame.gameId)).toHaveLength(mostWon);
      const numbers = days.map(({ day }) => Date.parse(day) / 86_400_000);
      expect(year.longestStreak).toEqual(streaks(numbers, 0).longest);
      // The sums of days say the same of all but games.
      const { games: _, ...figures } = year;
      expect(yearFigures(days)).toEqual({ ...figures, mostWonGame: null });
      expect(year.hardcore).toBe(unlocks.filter(({ isHardcore }) => isHardcore).length);
    }),
  );
});

test("a year without unlocks has no figures", () => {
  expect(yearSums([], 2024, "UTC")).toEqual({
    achievements: 0,
    hardcore: 0,
    points: 0,
    retroPoints: 0,
    games: 0,
    daysPlayed: 0,
    longestStreak: null,
    busiestDay: null,
    mostWonGame: null,
  });
});
