import { createSingleFlight } from "@/lib/async/single-flight";
import { DAY_MS } from "@/lib/domain/days";
import { isUpstreamError, type UpstreamErrorCode } from "@/lib/domain/upstream-error";
import { LIMITS } from "@/lib/limits";
import { observe, observeError } from "@/lib/observe/observe";
import type { PlayerCache } from "./player-cache";
import type { WatchedPlayer, WatchedPlayers } from "./watched-players";

const NOON_MS = DAY_MS / 2;

/** What one run has done. */
export interface WatchRun {
  /** Players without changes, and players who were read again. */
  same: number;
  read: number;
  /** Players that RA no longer finds, or that this site does not serve. */
  dropped: number;
  /** Players who are still to be checked today. */
  left: number;
  /** What ended the run early, or kept it from listing the due players: RA, the budget or the store. */
  stoppedBy: UpstreamErrorCode | "failed" | null;
}

/** A run without a due player. */
export const NOTHING_CHECKED: WatchRun = { same: 0, read: 0, dropped: 0, left: 0, stoppedBy: null };

interface WatcherOptions {
  watched: WatchedPlayers;
  check: PlayerCache["check"];
  /** @throws PlayerNotServed */
  checkServed: (user: string) => Promise<void>;
  /** Users who are checked daily even without visits. */
  always: readonly string[];
  /** Epoch milliseconds. */
  now?: () => number;
}

/**
 * Checks every watched player, without a visitor, once a day, the least recently checked first, a few per run. Each is due from noon UTC:
 * the day's record then covers most of the day, and there is time enough to be late.
 *
 *     UTC day   ├──────────────┼──────────────┤──────────────┼─────────
 *                             noon: list       work off    noon: list again
 *
 * The due players are listed once, after noon, and the list is worked off. A server skips players that another has
 * checked meanwhile, and the cache's lock separates two that check a player at once. A refusal of RA or of the rate
 * limiter ends the run, and the next run goes on there.
 */
export function createWatcher(options: WatcherOptions) {
  const { watched, now = Date.now } = options;
  const always = new Set(options.always.map((user) => user.toLowerCase()));
  /** The players left of those that were listed after a noon. */
  let plan: { since: number; queue: string[] } | undefined;
  const running = createSingleFlight<WatchRun>(1);
  let isStopped = false;

  /** Lists the due players; those without a known time of the last check come first. */
  async function listDue(since: number): Promise<string[]> {
    const listed = await watched.list();
    const due = (listed ?? []).filter((each) => each.checkedAt < since && !always.has(each.user));
    due.sort((one, other) => one.checkedAt - other.checkedAt);
    const queue = [...always, ...due.map(({ user }) => user)];
    // If the store did not answer, the next run lists again.
    plan = listed === null ? undefined : { since, queue };
    return queue;
  }

  /** Checks one player. @returns the outcome, or the code of an error of RA or the rate limiter */
  async function checkOne(user: string, known: WatchedPlayer | undefined, since: number) {
    try {
      await options.checkServed(user);
      const { outcome, checkedAt } = await options.check(user, since);
      if (known && checkedAt > known.checkedAt) await watched.move(known, checkedAt);
      return outcome;
    } catch (error) {
      if (!isUpstreamError(error)) {
        observeError(error, "watch");
        return "failed";
      }
      const isGone = error.code === "player-not-found" || error.code === "player-not-served";
      if (isGone && known) await watched.forget(known);
      return isGone ? "dropped" : error.code;
    }
  }

  async function runOnce(): Promise<WatchRun> {
    const started = now();
    const since = noonBefore(started);
    const queue = plan?.since === since ? plan.queue : await listDue(since);
    const run = { ...NOTHING_CHECKED };
    const batch = queue.slice(0, LIMITS.watchedARun);
    // If the store does not answer, all of them are still to be checked.
    const current = await watched.read(batch);
    if (current === null || plan === undefined) run.stoppedBy = "failed";
    for (const user of current === null ? [] : batch) {
      if (isStopped || now() - started >= LIMITS.watchRunMs) break;
      queue.shift();
      const known = current?.get(user);
      // Another server has checked or dropped the player since the listing.
      if (known ? known.checkedAt >= since : !always.has(user)) continue;
      const outcome = await checkOne(user, known, since);
      if (outcome === "known") continue;
      if (outcome === "same" || outcome === "read" || outcome === "dropped") run[outcome]++;
      else if (outcome === "elsewhere") queue.push(user);
      else {
        // One failing player must not block the queue.
        if (blocksAll(outcome)) queue.unshift(user);
        else queue.push(user);
        if (outcome === "invalid-response") continue;
        run.stoppedBy = outcome;
        break;
      }
    }
    run.left = queue.length;
    if (run.same + run.read + run.dropped + run.left > 0) {
      observe({ type: "watch", ...run, milliseconds: now() - started });
    }
    return run;
  }

  return {
    /** Checks some of the due players, or joins the run that is under way. Never throws. */
    run: () => running.run("", runOnce),
    /** Starts no further check. */
    stop(): void {
      isStopped = true;
    },
  };
}

/** The last noon UTC, in epoch milliseconds. */
function noonBefore(now: number): number {
  return Math.floor((now - NOON_MS) / DAY_MS) * DAY_MS + NOON_MS;
}

/** Whether no player could have been checked. */
function blocksAll(code: UpstreamErrorCode | "failed"): boolean {
  return code === "busy" || code === "rate-limited" || code === "unauthorized-key";
}
