import { DAY_MS, DAY_SECONDS } from "@/lib/domain/days";
import { millisecondsSince } from "@/lib/domain/stored-time";
import {
  hasSameTotals,
  type PlayerTotals,
  pickTotals,
  type Totals,
} from "@/lib/players/filling/totals";
import { type DaySums, sumUnlocks, withYear } from "@/lib/unlocks/day-sums";
import type { Unlock } from "@/lib/unlocks/unlock";
import { FIRST_YEAR, utcYear } from "./keys";

/** A year is read again after this time: RA does not say which achievements it has demoted. */
const READ_AGAIN_MS = 30 * DAY_MS;
/** Sums that no longer fit the points have all years read again, at most once in this time. */
const SUSPECT_MS = DAY_MS;

/** A UTC year that was read whole. */
export interface FilledYear {
  year: number;
  /** When reading it began, in epoch milliseconds. */
  readAt: number;
  achievements: number;
  /** Those in casual mode, which can move to a later year. */
  casual: number;
  /** Whether its unlocks are stored; else there are too many, and only its sums are known. */
  isListed: boolean;
  /** `changes` of the head when its unlocks last changed. */
  changedBy: number;
}

/** What is known of a player's unlocks but the unlocks themselves: what pages and cards read. */
export interface UnlockHead {
  /** When filling began, in epoch milliseconds. */
  startedAt: number;
  /** How often what a view shows of it has changed since. */
  changes: number;
  /** All unlocks up to this second are known, of the filled years. */
  readTo: number;
  /** The year of registration: no unlock is older. */
  firstYear: number;
  /** The player's totals when the newest unlocks were last read. */
  totals: Totals;
  /** Points of the profile that the sums lack, when all years were last read: of events and demoted achievements. */
  missingPoints: number;
  /** Whether the sums do not fit the points, so that years that were read before `suspectSince` are read again. */
  isSuspect: boolean;
  /** When that was last so, in epoch milliseconds; 0: never. */
  suspectSince: number;
  /** The filled years, the newest first and without a gap. */
  years: readonly FilledYear[];
  sums: DaySums;
}

/** The head before the first year is read. @param now epoch milliseconds */
export function emptyHead(player: PlayerTotals, now: number): UnlockHead {
  const readTo = Math.floor(player.checkedAt / 1000);
  const registered = Math.max(FIRST_YEAR, utcYear(player.memberSince));
  return {
    startedAt: now,
    changes: 0,
    readTo,
    firstYear: Math.min(registered, utcYear(readTo)),
    totals: pickTotals(player),
    missingPoints: 0,
    isSuspect: false,
    suspectSince: 0,
    years: [],
    sums: [],
  };
}

/** Whether every year since the player's registration is filled. */
export function isComplete({ years, firstYear }: UnlockHead): boolean {
  return (years.at(-1)?.year ?? Number.POSITIVE_INFINITY) <= firstYear;
}

/** Whether the player has unlocked something since the newest unlocks were read. */
export function hasNews({ years, totals, readTo }: UnlockHead, player: PlayerTotals): boolean {
  if (years.length === 0 || player.checkedAt / 1000 <= readTo) return false;
  return !hasSameTotals(totals, player);
}

/** What to read next: seconds, first and last, of one UTC year. */
export interface YearToRead {
  year: number;
  from: number;
  to: number;
}

/**
 * The year to read next: the newest that is not filled, then the one that was read longest ago if that is long ago; null:
 * none.
 *
 * @param now epoch milliseconds
 */
export function nextYear(head: UnlockHead, now: number): YearToRead | null {
  const oldest = head.years.at(-1);
  if (!oldest) return spanOf(head, utcYear(head.readTo));
  if (!isComplete(head)) return spanOf(head, oldest.year - 1);
  const [due] = head.years
    .filter(({ readAt }) => isDue(head, readAt, now))
    .sort((a, b) => a.readAt - b.readAt);
  return due ? spanOf(head, due.year) : null;
}

function spanOf({ readTo }: UnlockHead, year: number): YearToRead {
  const [from, next] = [Date.UTC(year, 0) / 1000, Date.UTC(year + 1, 0) / 1000];
  return { year, from, to: Math.min(next - 1, readTo) };
}

/** Whether what was read at a time has to be read again. Epoch milliseconds. */
export function isDue(head: UnlockHead, readAt: number, now: number): boolean {
  return (
    (head.isSuspect && readAt < head.suspectSince) || millisecondsSince(readAt, now) > READ_AGAIN_MS
  );
}

/** When a complete head has a year to read again, in epoch milliseconds. */
export function dueAt({ years }: UnlockHead): number {
  return Math.min(...years.map(({ readAt }) => readAt)) + READ_AGAIN_MS;
}

/** A year's unlocks, and whether they are stored. */
export interface YearContent extends Pick<FilledYear, "year" | "readAt" | "isListed"> {
  unlocks: readonly Unlock[];
}

/** The head after years have changed. */
export function withYears(head: UnlockHead, contents: readonly YearContent[]): UnlockHead {
  const changes = head.changes + 1;
  const years = new Map(head.years.map((each) => [each.year, each]));
  let { sums } = head;
  for (const { unlocks, ...content } of contents) {
    const { achievements, hardcore } = sumUnlocks(unlocks);
    const casual = achievements - hardcore;
    years.set(content.year, { ...content, achievements, casual, changedBy: changes });
    sums = withYear(sums, content.year, unlocks);
  }
  const sorted = [...years.values()].sort((a, b) => b.year - a.year);
  return { ...head, changes, years: sorted, sums };
}

/** The newest day with an unlock outside of a year, first and last second; null: there is none. */
export function otherDay({ sums }: UnlockHead, year: number): { from: number; to: number } | null {
  const other = sums.findLast(({ day }) => utcYear(day * DAY_SECONDS) !== year);
  if (!other) return null;
  const from = other.day * DAY_SECONDS;
  return { from, to: from + DAY_SECONDS - 1 };
}

/** Whether the profile has lost the points of a year. */
export function hasLost({ totals, missingPoints, sums }: UnlockHead, year: number): boolean {
  const others = sums.filter(({ day }) => utcYear(day * DAY_SECONDS) !== year);
  return totals.points <= pointsOf(others) + missingPoints;
}

/** The head after a year was read again and is as it was. */
export function withReadAt(head: UnlockHead, year: number, readAt: number): UnlockHead {
  const years = head.years.map((each) => (each.year === year ? { ...each, readAt } : each));
  return { ...head, years };
}

/**
 * A head after its sums were compared with the player's points. Once it is complete, the points that the sums lack are those of events
 * and demoted achievements. If there are more of them than before, or points that the player does not have, something
 * was missed: all years are read again, and what is lacking then is right.
 *
 * @param now epoch milliseconds
 */
export function compared(head: UnlockHead, now: number): UnlockHead {
  if (!isComplete(head)) return head;
  const missingPoints = head.totals.points - pointsOf(head.sums);
  const isReadAgain =
    head.isSuspect && head.years.every(({ readAt }) => readAt >= head.suspectSince);
  const fits = Math.abs(missingPoints) <= Math.abs(head.missingPoints);
  if (fits || isReadAgain) return { ...head, missingPoints, isSuspect: false };
  const isRecent = millisecondsSince(head.suspectSince, now) < SUSPECT_MS;
  return head.isSuspect || isRecent ? head : { ...head, isSuspect: true, suspectSince: now };
}

/** A head that has just become complete: what its sums lack now is how it should be. */
export function completed(head: UnlockHead): UnlockHead {
  return { ...head, missingPoints: head.totals.points - pointsOf(head.sums) };
}

/** The points of all days. */
function pointsOf(sums: DaySums): number {
  return sums.reduce((sum, { points }) => sum + points, 0);
}
