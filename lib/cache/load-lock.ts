import { randomUUID } from "node:crypto";
import { sleep } from "@/lib/async/sleep";
import { Busy, isUpstreamError, upstreamErrorOf } from "@/lib/domain/upstream-error";
import { LIMITS } from "@/lib/limits";
import type { GuardedStore } from "./guarded-store";

/** A lock that its owner does not renew is free after so long: its process has died. */
const TTL_SECONDS = 5;
const RENEW_MS = 1500;
/** In place of the owner: the load failed, and those who waited for it need not try by themselves. */
const FAILED = "failed";
/** So long they can still see that; whoever comes later tries anew at once. */
const FAILED_SECONDS = 2;
/** After how long whoever waits looks again at first … */
const LOOK_AGAIN_MS = [30, 60, 120, 250];
/** … and each time after that. */
const LOOK_LATER_MS = 400;

/** How long and how often somebody has waited for a lock, over all tries to take it. */
export interface LockWait {
  /** In milliseconds of this process's running time. */
  deadline: number;
  looks: number;
}

/** The wait of somebody who begins to wait now: as long as a load may take. */
export function beginWait(): LockWait {
  return { deadline: performance.now() + LIMITS.loadWaitMs, looks: 0 };
}

/** A lock that this process holds. */
export interface HeldLock {
  /** @param error why the load failed, for those who wait for it */
  release(error?: unknown): Promise<void>;
}

/**
 * Locks in the store, so that one instance loads a player and the others wait for what it stores.
 *
 *     A  ──take──load───────(renew)───────store value──release
 *     B  ────take: held──look──look──look──────────────────────look: free──read value
 *
 * If A dies, its lock runs out within five seconds, and the first of the others that looks takes it.
 * If A is only slower than its lock, it finds it taken when it renews or releases, and leaves it.
 */
export interface LoadLocks {
  /**
   * Takes the lock of a load.
   *
   * @returns the lock; null if another instance holds it. While the store does not answer there is
   *   nobody to agree with, and the lock is given.
   */
  acquire(key: string): Promise<HeldLock | null>;
  /**
   * Waits until nobody holds the lock of a load. Where the store does not say who holds it, only for the time
   * between two looks: whether there is anybody to wait for is then seen by taking the lock.
   *
   * @param wait is moved on: who waits again, waits on
   * @throws UpstreamError that the load ended with, or `Busy` if it takes too long
   */
  waitFor(key: string, wait?: LockWait): Promise<void>;
}

/** Makes the locks of this process. */
export function createLoadLocks(store: GuardedStore): LoadLocks {
  return {
    async acquire(key) {
      const owner = randomUUID();
      let taken = await store.compareAndSet(key, null, owner, TTL_SECONDS);
      if (taken?.current?.startsWith(FAILED)) {
        taken = await store.compareAndSet(key, taken.current, owner, TTL_SECONDS);
      }
      if (taken === undefined) return { release: async () => undefined };
      // A command that was sent twice finds its own value.
      if (!taken.done && taken.current !== owner) return null;
      const renewal = setInterval(() => {
        void store.compareAndSet(key, owner, owner, TTL_SECONDS);
      }, RENEW_MS);
      renewal.unref();
      return {
        async release(error) {
          clearInterval(renewal);
          const failure = isUpstreamError(error)
            ? `${FAILED} ${error.code} ${error.retryAfterSeconds ?? ""}`
            : null;
          await store.compareAndSet(key, owner, failure, FAILED_SECONDS);
        },
      };
    },
    async waitFor(key, wait = beginWait()) {
      while (performance.now() < wait.deadline) {
        await sleep(LOOK_AGAIN_MS[wait.looks++] ?? LOOK_LATER_MS);
        const held = await store.get(key);
        if (!held) return;
        const [mark, code = "", seconds = ""] = held.split(" ");
        if (mark === FAILED) throw upstreamErrorOf(code, seconds === "" ? null : Number(seconds));
      }
      throw new Busy(TTL_SECONDS);
    },
  };
}
