import type { Game, Profile } from "@/lib/domain/player";
import type { Counts } from "@/lib/progress/counts";

/** A player's points, achievements and counts at one time; the counts leave out RA's Events, as everywhere. */
export interface Totals extends Counts {
  /** Hardcore points. */
  points: number;
  casualPoints: number;
  retroPoints: number;
  /** Hardcore achievements of all games. */
  achievements: number;
  /** Achievements won in casual mode only. */
  casualAchievements: number;
}

/** All that {@link Totals} has, in the order in which it is stored. */
export const TOTALS = Object.keys({
  points: true,
  casualPoints: true,
  retroPoints: true,
  achievements: true,
  casualAchievements: true,
  played: true,
  unfinished: true,
  beatenCasual: true,
  beaten: true,
  completed: true,
  mastered: true,
} satisfies Record<keyof Totals, true>) as (keyof Totals)[];

/** The totals of a player with these games and counts. */
export function totalsOf(
  profile: Pick<Profile, "points" | "casualPoints" | "retroPoints">,
  games: readonly Game[],
  counts: Counts,
): Totals {
  let achievements = 0;
  let casualAchievements = 0;
  for (const { numAwarded, numAwardedHardcore } of games) {
    achievements += numAwardedHardcore;
    casualAchievements += Math.max(0, numAwarded - numAwardedHardcore);
  }
  return {
    ...counts,
    points: profile.points,
    casualPoints: profile.casualPoints,
    retroPoints: profile.retroPoints,
    achievements,
    casualAchievements,
  };
}
