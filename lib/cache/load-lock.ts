import { randomUUID } from "node:crypto";
import { sleep } from "@/lib/async/sleep";
import { Busy, isUpstreamError, upstreamErrorOf } from "@/lib/domain/upstream-error";
import { LIMITS } from "@/lib/limits";
import type { GuardedStore } from "./guarded-store";

/** A lock that is not renewed expires after this time: its process has died. */
const TTL_SECONDS = 5;
const RENEW_MS = 1500;
/** In place of the owner: the load failed, and waiters need not try themselves. */
const FAILED = "failed";
/** Waiters can see that for this time; later requests try again at once. */
const FAILED_SECONDS = 2;
/** The pauses between the first polls of a waiter … */
const FIRST_POLLS_MS = [30, 60, 120, 250];
/** … and between all after these. */
const POLL_MS = 400;

/** How long and how often a caller has waited for a lock, over all tries to acquire it. */
export interface LockWait {
  /** In milliseconds of this process's running time. */
  deadline: number;
  polls: number;
}

/** A wait that starts now, for as long as a load may take. */
export function beginWait(): LockWait {
  return { deadline: performance.now() + LIMITS.loadWaitMs, polls: 0 };
}

/** A lock that this process holds. */
export interface HeldLock {
  /** @param error why the load failed, for its waiters */
  release(error?: unknown): Promise<void>;
}

/**
 * Locks in the store, so that one server loads a value and the others wait for what it stores.
 *
 *     A  ──acquire──load───────(renew)───────store value──release
 *     B  ────acquire: held──poll──poll──poll──────────────────────poll: free──read value
 *
 * If A dies, its lock expires within five seconds, and the first waiter that polls acquires it. If A is only slower
 * than its lock, it finds another owner when it renews or releases, and leaves the lock alone.
 */
export function createLoadLocks(store: GuardedStore) {
  return {
    /**
     * Acquires the lock of a load.
     *
     * @returns null if another server holds it. While the store does not answer each server loads for itself: the lock
     *   is acquired.
     */
    async acquire(key: string): Promise<HeldLock | null> {
      const owner = randomUUID();
      let exchange = await store.compareAndSet(key, null, owner, TTL_SECONDS);
      if (exchange?.current?.startsWith(FAILED)) {
        exchange = await store.compareAndSet(key, exchange.current, owner, TTL_SECONDS);
      }
      if (exchange === undefined) return { release: async () => undefined };
      // A command that was sent twice finds its own value.
      if (!exchange.done && exchange.current !== owner) return null;
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
    /**
     * Waits until the lock of a load is free. While the store does not answer, only for the time between two polls:
     * acquiring the lock then shows whether it is held.
     *
     * @param wait is updated, so that a second wait goes on with it
     * @throws UpstreamError that the load ended with, or `Busy` if it takes too long
     */
    async waitFor(key: string, wait: LockWait = beginWait()): Promise<void> {
      while (performance.now() < wait.deadline) {
        await sleep(FIRST_POLLS_MS[wait.polls++] ?? POLL_MS);
        const held = await store.get(key);
        if (!held) return;
        const [mark, code = "", seconds = ""] = held.split(" ");
        if (mark === FAILED) throw upstreamErrorOf(code, seconds === "" ? null : Number(seconds));
      }
      throw new Busy(TTL_SECONDS);
    },
  };
}
