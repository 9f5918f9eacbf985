import { AWARD_KINDS, type AwardKind } from "@/lib/domain/player";
import { addedReason } from "./added-reason";
import type { GameChange } from "./game-change";

/** An award that was won, or raised to a higher one. */
export interface AwardWon {
  award: AwardKind;
  /** The award that it replaced; null if there was none. */
  raisedFrom: AwardKind | null;
  /** When RA says it was won, in epoch seconds. It can be older than the change: RA gives some out later. */
  at: number | null;
}

/**
 * The award won in a game, or null.
 *
 * @param since time of the previous snapshot, in epoch milliseconds
 */
export function awardWon(change: GameChange, since: number): AwardWon | null {
  const raisedFrom = change.before?.highestAwardKind ?? null;
  const award = change.after?.highestAwardKind ?? null;
  if (award === null || rank(award) <= rank(raisedFrom)) return null;
  if (addedReason(change, since) === "listed") return null;
  return { award, raisedFrom, at: change.after?.highestAwardAt ?? null };
}

/** The award that a game lost, in whole or to a lower one; null if it lost none. */
export function awardLost({ before, after }: GameChange): AwardKind | null {
  const award = before?.highestAwardKind ?? null;
  return rank(after?.highestAwardKind ?? null) < rank(award) ? award : null;
}

/** 0 for none, and more for a higher award. */
function rank(award: AwardKind | null): number {
  return award === null ? 0 : AWARD_KINDS.length - AWARD_KINDS.indexOf(award);
}
