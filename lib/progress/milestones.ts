import { AWARD_KINDS, type Game } from "@/lib/domain/player";
import { type DatedAward, datedAwards } from "./award";
import { compareInBaseOrder } from "./base-order";

/** A notable award: the nth of its kind, or the latest. */
export interface Milestone extends DatedAward {
  which: number | "latest";
}

const EARLY = new Set([1, 5, 10, 20, 30, 40, 50, 75, 100, 125, 150, 175, 200]);

/** 1st, 5th, 10th … 200th, 250th, every hundredth to the 1000th, then every 250th (RA's list). */
function isMilestone(nth: number): boolean {
  if (nth <= 200) return EARLY.has(nth);
  if (nth <= 1000) return nth === 250 || nth % 100 === 0;
  return nth % 250 === 0;
}

/**
 * The milestones of games, newest first: for each award kind those that RA names, and the latest award unless it is one
 * of them (RA's completion progress page). Awards of the same second are in RA's base order.
 */
export function milestones(games: Game[]): Milestone[] {
  const awards = datedAwards(games).sort(
    (a, b) => a.at - b.at || compareInBaseOrder(a.game, b.game),
  );
  const found = AWARD_KINDS.flatMap((kind) => {
    const ofKind = awards.filter((award) => award.kind === kind);
    const named: Milestone[] = ofKind.flatMap((award, index) =>
      isMilestone(index + 1) ? [{ ...award, which: index + 1 }] : [],
    );
    const latest = ofKind.at(-1);
    if (latest && named.at(-1)?.game !== latest.game) named.push({ ...latest, which: "latest" });
    return named;
  });
  return found.sort((a, b) => b.at - a.at);
}

/** Whether a milestone is celebrated: every 100th and 250th. */
export function isGreatMilestone({ which }: Pick<Milestone, "which">): boolean {
  return which !== "latest" && (which % 100 === 0 || which % 250 === 0);
}

/** A milestone as RA names it: `100th mastery`, `1st game beaten`, `Latest completion`. */
export function milestoneLabel({ kind, which }: Pick<Milestone, "kind" | "which">): string {
  const noun =
    kind === "mastered" ? "mastery" : kind === "completed" ? "completion" : "game beaten";
  return `${which === "latest" ? "Latest" : ordinal(which)} ${noun}`;
}

function ordinal(number: number): string {
  const isTeen = Math.floor(number / 10) % 10 === 1;
  const end = isTeen ? undefined : ["th", "st", "nd", "rd"][number % 10];
  return `${number}${end ?? "th"}`;
}
