import fc from "fast-check";
import type { Unlock } from "./unlock";

/** Unlocks in any order, without two of one achievement; close together, so that days, seconds and games are shared. */
export const anyUnlocks = fc.uniqueArray(
  fc.record<Unlock>({
    achievementId: fc.integer({ min: 1, max: 600_000 }),
    gameId: fc.integer({ min: 1, max: 12 }),
    points: fc.constantFrom(0, 1, 2, 3, 5, 10, 25, 50, 100),
    retroPoints: fc.integer({ min: 0, max: 4000 }),
    isHardcore: fc.boolean(),
    // Around the end of February of a leap year.
    at: fc.integer({
      min: Date.UTC(2024, 1, 25) / 1000,
      max: Date.UTC(2024, 2, 5) / 1000,
    }),
  }),
  { selector: ({ achievementId }) => achievementId, maxLength: 60 },
);

/**
 * Unlocks of a player who plays some days a week: sessions of one to three games, with RA's usual points. Oldest first; the
 * same for the same arguments.
 */
export function playedUnlocks(count: number, days: number, years: number): Unlock[] {
  let state = 1;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const first = Date.UTC(2016, 0, 3) / 86_400_000;
  const span = Math.floor(years * 365.25);
  const played = new Set<number>();
  while (played.size < days) played.add(first + Math.floor(random() * span));
  const unlocks: Unlock[] = [];
  const games = Array.from({ length: 1300 }, () => ({
    gameId: 1 + Math.floor(random() * 30_000),
    base: 1 + Math.floor(random() * 560_000),
    next: 0,
  }));
  let current = 0;
  // Some days bring many times as many as others.
  const weights = [...played].map(() => 0.05 + random() ** 2);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let weight = 0;
  for (const [index, day] of [...played].sort((a, b) => a - b).entries()) {
    weight += weights[index] ?? 0;
    const until = index === played.size - 1 ? count : Math.floor((weight / total) * count);
    let at = day * 86_400 + 36_000 + Math.floor(random() * 36_000);
    while (unlocks.length < until) {
      if (random() < 0.06) current = (current + 1) % games.length;
      const game = games[current];
      if (!game) continue;
      at += Math.floor(5 - Math.log(1 - random()) * 700);
      const points = [1, 2, 3, 4, 5, 5, 5, 10, 10, 25, 50][Math.floor(random() * 11)] ?? 5;
      unlocks.push({
        gameId: game.gameId,
        // Sets are won in about the order in which they were made.
        achievementId: game.base + game.next * 4 + Math.floor(random() * 4),
        points,
        retroPoints: Math.round(points * (1 + random() * 4)),
        isHardcore: random() > 0.08,
        at,
      });
      game.next++;
    }
  }
  return unlocks;
}
