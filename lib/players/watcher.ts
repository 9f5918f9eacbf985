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
  /** Players of whom RA had nothing new, and who were read again. */
  same: number;
  read: number;
  /** Players whom RA does not know any more, or whom this site does not show. */
  dropped: number;
  /** Who is still to be checked today. */
  left: number;
  /** What ended the run before all were checked, or kept it from knowing who is due: RA, the budget or the store. */
  stoppedBy: UpstreamErrorCode | "failed" | null;
}

/** A run for which there was nobody. */
export const NOBODY_CHECKED: WatchRun = { same: 0, read: 0, dropped: 0, left: 0, stoppedBy: null };

interface WatcherOptions {
  watched: WatchedPlayers;
  check: PlayerCache["check"];
  /** @throws PlayerNotServed */
  checkServed: (user: string) => Promise<void>;
  /** Users who are watched whoever looks at them. */
  always: readonly string[];
  /** Epoch milliseconds. */
  now?: () => number;
}

/** Checks players for whom nobody has come. */
export interface Watcher {
  /** Checks some of those who are due, unless a run is under way: then it is that one. Never throws. */
  run(): Promise<WatchRun>;
  /** No player is begun with any more. */
  stop(): void;
}

/**
 * Has RA asked of every watched player once a day, the least recently checked first, a few a run. Each is due from
 * noon UTC: what is kept of a day is then that of most of it, and there is time enough to be late.
 *
 *     UTC day   ├──────────────┼──────────────┤──────────────┼─────────
 *                             noon: listed     those who are left  noon: listed anew
 *
 * Who is due is listed once, after noon, and the list is worked off. An instance leaves out whom another has checked
 * meanwhile, and the cache's lock is between two that come to a player at once. What RA or the budget refuses ends
 * the run, and the next one goes on there.
 */
export function createWatcher(options: WatcherOptions): Watcher {
  const { watched, now = Date.now } = options;
  const always = new Set(options.always.map((user) => user.toLowerCase()));
  /** Who is left since a noon, as was listed after it. */
  let plan: { since: number; queue: string[] } | undefined;
  const running = createSingleFlight<WatchRun>(1);
  let isStopped = false;

  /** Who is due, with those first of whom it is not known when RA was asked. */
  async function listDue(since: number): Promise<string[]> {
    const listed = await watched.list();
    const due = (listed ?? []).filter((each) => each.checkedAt < since && !always.has(each.user));
    due.sort((one, other) => one.checkedAt - other.checkedAt);
    const queue = [...always, ...due.map(({ user }) => user)];
    // What the store could not tell is asked again by the next run.
    plan = listed === null ? undefined : { since, queue };
    return queue;
  }

  /** Checks one player. @returns what came of it; the code of an error of RA's or of the gate's */
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
    const run = { ...NOBODY_CHECKED };
    const batch = queue.slice(0, LIMITS.watchedARun);
    // Whom the store cannot tell of now are still to be checked.
    const current = await watched.read(batch);
    if (current === null || plan === undefined) run.stoppedBy = "failed";
    for (const user of current === null ? [] : batch) {
      if (isStopped || now() - started >= LIMITS.watchRunMs) break;
      queue.shift();
      const known = current?.get(user);
      // Whom another instance has checked or dropped since they were listed.
      if (known ? known.checkedAt >= since : !always.has(user)) continue;
      const outcome = await checkOne(user, known, since);
      if (outcome === "known") continue;
      if (outcome === "same" || outcome === "read" || outcome === "dropped") run[outcome]++;
      else if (outcome === "elsewhere") queue.push(user);
      else {
        // Nobody is to wait behind a player of whom alone RA does not answer.
        if (isAboutAll(outcome)) queue.unshift(user);
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
    run() {
      return running.run("", runOnce);
    },
    stop() {
      isStopped = true;
    },
  };
}

/** The last noon UTC, in epoch milliseconds. */
function noonBefore(now: number): number {
  return Math.floor((now - NOON_MS) / DAY_MS) * DAY_MS + NOON_MS;
}

/** Whether nobody could have been asked about. */
function isAboutAll(code: UpstreamErrorCode | "failed"): boolean {
  return code === "busy" || code === "rate-limited" || code === "unauthorized-key";
}
