import type { AwardKind, Game } from "@/lib/domain/player";
import type { ListTime, ListTimes } from "@/lib/times/list-time";

/**
 * What lists show of times, in columns beside the games that they are of: JSON without keys per game, and numbers as the
 * difference from a likely value. About 15 bytes per game when compressed.
 */
export interface PackedTimes {
  /** Seconds from the first unlock to the newest; null where the first is unknown. */
  began: (number | null)[];
  /** Seconds. */
  played: (number | null)[];
  /** Seconds of play after the highest award; null where the time until then is unknown, or not shown. */
  after: (number | null)[];
  /** Points of the set. */
  points: (number | null)[];
  /** Of these, not won. */
  missing: (number | null)[];
  /** Players in hardcore mode, and masteries. */
  players: (number | null)[];
  mastered: (number | null)[];
  /** One digit per game: 0 where RA links nothing, 1 for a core set, 2 for a subset. */
  subsets: string;
}

/** What the digits of `subsets` stand for. */
export const SUBSETS = [null, false, true];

/** The times that `packListTimes` packed; of the times to an award, those of the game's own. */
export function unpackListTimes(games: readonly Game[], packed: PackedTimes | null): ListTimes {
  const times = new Map<number, ListTime>();
  if (packed === null) return times;
  for (const [at, game] of games.entries()) {
    const playtime = packed.played[at] ?? null;
    const pointsTotal = packed.points[at] ?? null;
    times.set(game.id, {
      playtime,
      firstUnlockAt: before(game.mostRecentAwardedAt ?? 0, packed.began[at]),
      ...timesToAward(game.highestAwardKind, before(playtime ?? 0, packed.after[at])),
      points: before(pointsTotal ?? 0, packed.missing[at]),
      pointsTotal,
      timesMastered: packed.mastered[at] ?? null,
      playersHardcore: packed.players[at] ?? null,
      isSubset: SUBSETS[Number(packed.subsets[at])] ?? null,
    });
  }
  return times;
}

/** A difference, and the way back from it. */
export function before(likely: number, value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : likely - value;
}

function timesToAward(kind: AwardKind | null, seconds: number | null) {
  const of = (each: AwardKind) => (kind === each ? seconds : null);
  return {
    timeToBeat: of("beaten-softcore"),
    timeToBeatHardcore: of("beaten-hardcore"),
    timeToComplete: of("completed"),
    timeToMaster: of("mastered"),
  };
}
