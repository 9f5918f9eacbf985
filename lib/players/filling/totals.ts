import type { Player } from "@/lib/domain/player";

/** What changes with each unlock. */
export interface Totals {
  /** Of both modes. */
  points: number;
  achievements: number;
  hardcore: number;
}

/** A player as far as filling up what is known of them is concerned. */
export interface PlayerTotals extends Totals {
  /** In lower case. */
  ulid: string;
  /** Epoch seconds. */
  memberSince: number;
  /** Epoch milliseconds. */
  checkedAt: number;
}

/** The totals of a player. */
export function totalsOf({ profile, games, checkedAt }: Player): PlayerTotals {
  let [achievements, hardcore] = [0, 0];
  for (const { numAwarded, numAwardedHardcore } of games) {
    achievements += numAwarded;
    hardcore += numAwardedHardcore;
  }
  return {
    ulid: profile.ulid.toLowerCase(),
    memberSince: profile.memberSince,
    checkedAt,
    points: profile.points + profile.casualPoints,
    achievements,
    hardcore,
  };
}

/** Totals alone. */
export function pickTotals({ points, achievements, hardcore }: Totals): Totals {
  return { points, achievements, hardcore };
}

/** Whether nothing was unlocked between two snapshots of a player. */
export function hasSameTotals(one: Totals, other: Totals): boolean {
  return (
    one.points === other.points &&
    one.achievements === other.achievements &&
    one.hardcore === other.hardcore
  );
}
