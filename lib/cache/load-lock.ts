import { randomUUID } from "node:crypto";
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
  take(key: string): Promise<HeldLock | null>;
  /**
   * Waits, within bounds, until nobody holds the lock of a load.
   *
   * @throws UpstreamError that the load ended with, or `Busy` if it takes too long
   */
  waitFor(key: string): Promise<void>;
}

/** Makes the locks of this process. */
export function createLoadLocks(store: GuardedStore): LoadLocks {
  return {
    async take(key) {
      const owner = randomUUID();
      let taken = await store.compareAndSet(key, null, owner, TTL_SECONDS);
      if (taken?.current?.startsWith(FAILED)) {
        taken = await store.compareAndSet(key, taken.current, owner, TTL_SECONDS);
      }
      if (taken === undefined) return { release: async () => undefined };
      if (!taken.done) return null;
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
    async waitFor(key) {
      const deadline = performance.now() + LIMITS.loadWaitMs;
      for (let looks = 0; performance.now() < deadline; looks++) {
        await wait(LOOK_AGAIN_MS[looks] ?? LOOK_LATER_MS);
        // Nobody can be waited for through a store that does not answer.
        const held = await store.get(key);
        if (!held) return;
        const [mark, code = "", seconds = ""] = held.split(" ");
        if (mark === FAILED) throw upstreamErrorOf(code, seconds === "" ? null : Number(seconds));
      }
      throw new Busy(TTL_SECONDS);
    },
  };
}

const wait = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds);
  });
