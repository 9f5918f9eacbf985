import { daysBetween } from "@/lib/domain/days";
import type { HistoryEvent } from "./events";
import { addPoints } from "./points-gained";
import type { EventfulDay } from "./recent-activity";

/** The most days without an event within a run. */
const LONGEST_PAUSE = 2;

/** A day with events, or a run of days that is shown as one. `day` is the newest of them, `since` is of the oldest. */
export interface MergedDays extends EventfulDay {
  /** Each day with events, the newest first: `2026-11-23`. */
  days: string[];
}

type Achievements = HistoryEvent & { kind: "achievements" };

/**
 * Merges each run of days on which nothing happened but achievements in the same games, with at most two quiet days
 * between them. A day with any other event stays as it is, so awards and revisions keep their own day.
 *
 * @param days the newest first
 */
export function mergeDays(days: readonly EventfulDay[]): MergedDays[] {
  const merged: MergedDays[] = [];
  for (const day of days) {
    const newer = merged.at(-1);
    const run = newer && merge(newer, day);
    if (run) merged[merged.length - 1] = run;
    else merged.push({ ...day, days: [day.day] });
  }
  return merged;
}

/** A run with the day before it, or null if that is not a part of it. */
function merge(run: MergedDays, older: EventfulDay): MergedDays | null {
  const oldest = run.days.at(-1) ?? run.day;
  if (daysBetween(older.day, oldest) > LONGEST_PAUSE + 1) return null;
  const won = achievementsOnly(run);
  const wonBefore = achievementsOnly(older);
  if (!won || !wonBefore || gamesKey(won) !== gamesKey(wonBefore)) return null;
  return {
    day: run.day,
    since: older.since,
    events: [addAchievements(won, wonBefore)],
    points: addPoints(run.points, older.points),
    days: [...run.days, older.day],
  };
}

/** The achievements of a day without any other event; null for all other days. */
function achievementsOnly({ events }: EventfulDay): Achievements | null {
  const [first] = events;
  return events.length === 1 && first?.kind === "achievements" ? first : null;
}

function gamesKey({ games }: Achievements): string {
  return games
    .map(({ id }) => id)
    .sort((one, other) => one - other)
    .join();
}

/** The achievements of two days in the same games. */
function addAchievements(one: Achievements, other: Achievements): Achievements {
  const others = new Map(other.games.map((game) => [game.id, game]));
  const games = one.games.map(({ id, hardcore, casual }) => ({
    id,
    hardcore: hardcore + (others.get(id)?.hardcore ?? 0),
    casual: casual + (others.get(id)?.casual ?? 0),
  }));
  games.sort((a, b) => b.hardcore + b.casual - (a.hardcore + a.casual));
  return {
    kind: "achievements",
    hardcore: one.hardcore + other.hardcore,
    casual: one.casual + other.casual,
    games,
  };
}
