import { createSingleFlight } from "@/lib/async/single-flight";
import {
  InvalidResponse,
  isUpstreamError,
  PlayerNotFound,
  type UpstreamError,
} from "@/lib/domain/upstream-error";
import { observe, type SkippedRefresh } from "@/lib/observe/observe";
import type { Entry, Fetched } from "./entry";
import { beginWait, createLoadLocks, type HeldLock } from "./load-lock";
import type { Lookup } from "./lookup";
import type { SourceOptions } from "./source-options";

/** After a failed refresh, the upstream is not asked for that entry again for this time. */
export const REFRESH_PAUSE_SECONDS = 5;
/** While another server refreshes an entry, this one reads the store again after this time. */
const REFRESHED_ELSEWHERE_MS = 1000;

/** An entry that was loaded, or that another server has loaded just before. */
export interface Loaded<T> {
  entry: Entry<T>;
  /** What goes on behind the answer; null if nothing was fetched. */
  behind: {
    /** Resolves when the value is in the store. Never rejects. */
    stored: Promise<void>;
    /** Resolves when `onSnapshot` is over. Never rejects. */
    handedOn: Promise<void> | undefined;
  } | null;
}

const NO_LOCK: HeldLock = { release: async () => undefined };

/**
 * Makes what updates the entries of a source: one load of a key at a time, in this process and between servers.
 *
 * A crowd that asks two servers for what neither has:
 *
 *     A  ──read store: no──lock──read store: no──fetch──answer──store──unlock
 *     B  ────read store: no──lock: held──wait ──────────────────────────── read store──answer
 *
 * A reads the store a second time for a server that stored and unlocked between the first read and the lock. A
 * refresh takes the lock too, but does not wait for it: its answer has been sent.
 */
export function createSourceUpdates<T>(options: SourceOptions<T>, lookup: Lookup<T>) {
  const { values, calls, lockKey, maxLoads, now, onSnapshot } = options;
  const { freshness } = values;
  const locks = createLoadLocks(options.store);
  const loads = createSingleFlight<Loaded<T>>(maxLoads);
  const refreshes = createSingleFlight<Loaded<T> | null>(maxLoads);

  const lock = async (key: string) => (lockKey ? locks.acquire(lockKey(key)) : NO_LOCK);

  function skip(reason: SkippedRefresh): null {
    observe({ type: "refresh-skipped", source: options.name, reason });
    return null;
  }

  function fetch(
    key: string,
    previous: Entry<T> | null,
    cause: "load" | "refresh",
    granted: number,
  ): Promise<Fetched<T>> {
    return calls.fetch({ subject: key, cause, granted }, (grant) => {
      const acquire = (wanted: number) =>
        grant(wanted).catch((error) => {
          if (cause === "refresh") skip("refused");
          throw error;
        });
      return options.fetch(key, { previous, cause, acquire });
    });
  }

  /** Answers with what is stored for a while, and says why. */
  function pause(entry: Entry<T>, error: UpstreamError): void {
    entry.refreshError = error.code;
    const seconds = Math.max(REFRESH_PAUSE_SECONDS, error.retryAfterSeconds ?? 0);
    entry.refreshAgainAt = now() + Math.min(seconds, freshness.freshSeconds) * 1000;
  }

  /** Keeps what was fetched and writes it to the store behind the answer; the lock is held until then. */
  function commitFetched(fetched: Fetched<T>, key: string, held: HeldLock): Loaded<T> {
    const previous = values.peek(fetched.id)?.value ?? null;
    const entry = values.keep(fetched);
    const stored = values.write(fetched, lookup.learn(key, fetched)).then(() => held.release());
    const handedOn = onSnapshot?.(fetched.value, previous).catch(() => undefined);
    return { entry, behind: { stored, handedOn } };
  }

  async function load(key: string, granted: number): Promise<Loaded<T>> {
    const wait = beginWait();
    for (;;) {
      const held = await lock(key);
      if (held === null) await locks.waitFor(lockKey?.(key) ?? key, wait);
      try {
        if (lockKey) await lookup.readFromStore(key);
        const found = lookup.find(key);
        if (found) {
          void held?.release();
          return { entry: found, behind: null };
        }
        if (held === null) continue;
        const previous = values.peek(lookup.identify(key) ?? "");
        const fetched = await fetch(key, previous, "load", granted).catch((error) => {
          if (isNotFound(error)) void lookup.cacheNotFound(key);
          throw error;
        });
        const kept = await options.keepInstead?.(fetched, key);
        if (!kept) return commitFetched(fetched, key, held);
        pause(kept, new InvalidResponse());
        void held.release();
        return { entry: kept, behind: null };
      } catch (error) {
        // The answer does not wait for the store.
        void held?.release(error);
        throw error;
      }
    }
  }

  /** Fetches by the key, which may mean something else by now, and if it is not found by the id. @throws UpstreamError */
  async function refetch(key: string, id: string, previous: Entry<T> | null, granted = 0) {
    for (const each of new Set([key, id])) {
      try {
        return await fetch(each, previous, "refresh", granted);
      } catch (error) {
        if (!isNotFound(error)) throw error;
        await lookup.cacheNotFound(each);
      }
    }
    throw new PlayerNotFound();
  }

  /**
   * Updates an entry under the lock of a refresh, and waits until it is stored.
   *
   * @param ask what the upstream has now; null: nothing is to be updated
   * @param isPublic whether a load that waits for the lock fails of the same error
   * @throws what `ask` throws
   */
  async function update(
    id: string,
    ask: () => Promise<Fetched<T> | null>,
    isPublic = false,
  ): Promise<Loaded<T> | "locked" | null> {
    const held = await lock(id);
    if (held === null) return "locked";
    try {
      await lookup.readFromStore(id);
      const fetched = await ask();
      if (fetched === null) {
        await held.release();
        return null;
      }
      if (await options.keepInstead?.(fetched, id)) throw new InvalidResponse();
      const loaded = commitFetched(fetched, id, held);
      await loaded.behind?.stored;
      return loaded;
    } catch (error) {
      await held.release(isPublic ? error : undefined);
      throw error;
    }
  }

  async function refresh(key: string, entry: Entry<T>, since: number): Promise<Loaded<T> | null> {
    const { id } = entry;
    /** What is answered by now, which need not be what this refresh began with. */
    const current = () => values.peek(id) ?? entry;
    const isDone = () => freshness.isFresh(current()) && freshness.isSince(current(), since);
    // Each stale answer starts a refresh: an earlier one may have done the work of this one.
    if (isDone()) return skip("fresh");
    try {
      const ask = async () => (isDone() ? null : refetch(key, id, current()));
      const updated = await update(id, ask, true);
      if (updated !== "locked") return updated ?? skip("fresh");
      current().refreshAgainAt = now() + REFRESHED_ELSEWHERE_MS;
      current().storeReadAt = 0;
      return skip("locked");
    } catch (error) {
      if (!isUpstreamError(error)) throw error;
      pause(current(), error);
      return null;
    }
  }

  return {
    refetch,
    update,

    /** Whether a load of a key is under way. */
    canJoin: (key: string) => loads.has(key),
    /** Whether there is no room for a load of a key. */
    isFull: (key: string) => loads.isFull(key),
    /** Loads a key of which nothing can be answered. @param granted calls that are granted already */
    load: (key: string, granted = 0) => loads.run(key, () => load(key, granted)),

    /**
     * Refreshes an entry behind an answer. Never rejects.
     *
     * @param since what was fetched before this time is not enough, however fresh, in epoch milliseconds
     */
    async refresh(key: string, entry: Entry<T>, since = 0): Promise<Loaded<T> | null> {
      if (refreshes.isFull(entry.id)) return skip("full");
      try {
        return await refreshes.run(entry.id, () => refresh(key, entry, since));
      } catch (error) {
        observe({ type: "warning", message: `A refresh failed: ${String(error)}` });
        return null;
      }
    },
  };
}

const isNotFound = (error: unknown) => isUpstreamError(error) && error.code === "player-not-found";
