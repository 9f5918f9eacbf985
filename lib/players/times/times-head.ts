import { DAY_MS } from "@/lib/domain/days";
import { millisecondsSince } from "@/lib/domain/stored-time";
import {
  hasSameTotals,
  type PlayerTotals,
  pickTotals,
  type Totals,
} from "@/lib/players/filling/totals";
import type { GameTime } from "@/lib/times/game-time";

/** Everything is read again after this time: medians move, and so does how many have mastered a game. */
const READ_AGAIN_MS = 30 * DAY_MS;
/** API v2 is tried again so long after it was not available. */
const TRY_AGAIN_MS = DAY_MS;
/** Playtimes grow without an unlock: of players who are looked at they are read again after this time. */
const PLAYED_AGAIN_MS = DAY_MS;

/** From which of RA's APIs times are: v1 has points only. */
export type TimesSource = "v1" | "v2";

/** What is known of a player's times. */
export interface TimesHead {
  /** When filling began, in epoch milliseconds. */
  startedAt: number;
  /** How often `times` has changed since. */
  changes: number;
  /** Null: nothing is read yet. */
  source: TimesSource | null;
  /** When everything was last read, in epoch milliseconds; 0: never. */
  readAt: number;
  /** When API v2 was last not available, in epoch milliseconds; 0: it has answered since, or never was asked. */
  refusedAt: number;
  /** The snapshot of the player up to which times are known, and its totals. Epoch milliseconds. */
  checkedAt: number;
  totals: Totals;
  /** The newest dates of API v2's lists, in epoch seconds: what is older is known. */
  newestPlayedAt: number;
  newestUnlockAt: number;
  /** Each game once. */
  times: readonly GameTime[];
}

/** What is being read: games and then sets of API v2, or points of v1. */
export type Stage = "games" | "sets" | "points";

/** What was read of a player's times, until they are read whole. */
export interface TimesPart
  extends Pick<TimesHead, "totals" | "checkedAt" | "newestPlayedAt" | "newestUnlockAt" | "times"> {
  /** When reading began, in epoch milliseconds. */
  startedAt: number;
  /** Null: all of it is read. */
  stage: Stage | null;
  /** The next page of the stage, from 1. */
  page: number;
}

/** What RA says about games, in one answer. */
export interface TimesPage {
  rows: readonly TimeRow[];
  /** The newest date of the rows, in epoch seconds; 0: there is none. */
  newest: number;
  /** The oldest one; 0 if a row has none, since these come last. */
  oldest: number;
  isLast: boolean;
}

/** What an answer says about a game. */
export type TimeRow = Pick<GameTime, "gameId"> & Partial<GameTime>;

/** The head before anything is read. @param now epoch milliseconds */
export function emptyHead(now: number): TimesHead {
  return {
    startedAt: now,
    changes: 0,
    source: null,
    readAt: 0,
    refusedAt: 0,
    checkedAt: 0,
    totals: { points: 0, achievements: 0, hardcore: 0 },
    newestPlayedAt: 0,
    newestUnlockAt: 0,
    times: [],
  };
}

/** What is read before the first answer. @param now epoch milliseconds */
export function emptyPart(player: PlayerTotals, source: TimesSource, now: number): TimesPart {
  return {
    startedAt: now,
    stage: source === "v2" ? "games" : "points",
    page: 1,
    checkedAt: player.checkedAt,
    totals: pickTotals(player),
    newestPlayedAt: 0,
    newestUnlockAt: 0,
    times: [],
  };
}

/** The API of which a part is. */
export function sourceOf({ stage }: Pick<TimesPart, "stage">): TimesSource {
  return stage === "points" ? "v1" : "v2";
}

/** Whether reading can go on with a part. @param now epoch milliseconds */
export function isUsable(part: TimesPart, source: TimesSource, now: number): boolean {
  return (
    part.stage !== null &&
    sourceOf(part) === source &&
    millisecondsSince(part.startedAt, now) < PLAYED_AGAIN_MS
  );
}

/** On what a step depends in addition to what is known. */
export interface StepOptions {
  /** Whether somebody has looked at the player. */
  isLookedAt: boolean;
  /** Whether this site asks API v2 at all. */
  hasV2: boolean;
}

/** Whether API v2 may be asked about a player. @param now epoch milliseconds */
export function mayAskV2({ refusedAt }: TimesHead, hasV2: boolean, now: number): boolean {
  return hasV2 && millisecondsSince(refusedAt, now) >= TRY_AGAIN_MS;
}

/**
 * What to do next: read everything from an API, or what is new; null: nothing.
 *
 * @param now epoch milliseconds
 */
export function nextStep(
  head: TimesHead,
  player: PlayerTotals,
  { isLookedAt, hasV2 }: StepOptions,
  now: number,
): TimesSource | "refresh" | null {
  const isOld = millisecondsSince(head.readAt, now) >= READ_AGAIN_MS;
  if ((head.source !== "v2" || isOld) && mayAskV2(head, hasV2, now)) return "v2";
  if (head.source === null || (head.source === "v1" && isOld)) return "v1";
  // Sets were not read since the refusal.
  if (head.refusedAt > 0 && mayAskV2(head, hasV2, now)) return "refresh";
  const isNewer = player.checkedAt > head.checkedAt;
  const isDue = isLookedAt && player.checkedAt - head.checkedAt >= PLAYED_AGAIN_MS;
  return isNewer && (isDue || hasNews(head, player)) ? "refresh" : null;
}

/** Whether the player has unlocked something since the last refresh. */
export function hasNews({ totals }: TimesHead, player: PlayerTotals): boolean {
  return !hasSameTotals(totals, player);
}

/** When there is something to do for a player without news, in epoch milliseconds. */
export function dueAt(head: TimesHead, { isLookedAt, hasV2 }: StepOptions): number {
  const read = head.readAt + READ_AGAIN_MS;
  const tried = hasV2 ? head.refusedAt + TRY_AGAIN_MS : Number.POSITIVE_INFINITY;
  const isRefused = head.refusedAt > 0 || !hasV2;
  const whole = head.source === "v2" ? (isRefused ? tried : read) : Math.min(read, tried);
  return isLookedAt ? Math.min(whole, head.checkedAt + PLAYED_AGAIN_MS) : whole;
}
