import { sleep, waitAtMost } from "@/lib/async/sleep";
import { CACHE_TIMES } from "@/lib/cache-times";
import { isAhead, isPaused, millisecondsSince } from "@/lib/domain/stored-time";
import { Busy, Unavailable, type UpstreamErrorCode } from "@/lib/domain/upstream-error";
import { LIMITS } from "@/lib/limits";
import { observe } from "@/lib/observe/observe";
import type { Entry } from "./entry";
import { lookupById } from "./lookup";
import type { SourceOptions } from "./source-options";
import { createSourceUpdates, type Loaded, REFRESH_PAUSE_SECONDS } from "./source-updates";

/** A stale answer waits no longer than this for that read. */
const STORE_WAIT_MS = 250;
/** A value that another server has answered with may be on its way to the store still: it is read again so soon. */
const WRITTEN_ELSEWHERE_MS = [50, 100, 200, 400];

/** A value, and how good the answer is. */
export interface Cached<T> {
  value: T;
  /** `hit`: younger than the fresh time. `stale`: older, a refresh is due. `miss`: the upstream was asked now. */
  state: "hit" | "stale" | "miss";
  /** Seconds since the upstream was asked. */
  ageSeconds: number;
  /** Why the last refresh failed, or null if it did not. */
  refreshError: UpstreamErrorCode | null;
  /** Set if a refresh is due: the caller runs it once the answer has been sent. Never rejects. */
  refresh: (() => Promise<void>) | null;
  /**
   * Resolves when what was loaded is stored and handed on; null if nothing was loaded. For `waitUntil`: the answer
   * need not wait. Never rejects.
   */
  stored: Promise<void> | null;
}

/** Values of one kind, from memory, the store or the upstream. */
export type CachedSource<T> = ReturnType<typeof createCachedSource<T>>;

/**
 * A cache of values by stale-while-revalidate (RFC 5861), with one load at a time for each key:
 *
 *     age   0 ──────────── fresh ─────────────────────── fresh + stale ────────▶
 *           hit             stale: answered at once,      miss: the upstream is
 *                           refreshed behind the answer   asked, the caller waits
 *
 * What is stored is only ever replaced by what the upstream has answered.
 */
export function createCachedSource<T>(options: SourceOptions<T>) {
  const { values, calls, firstCalls, name, now } = options;
  const { lookup = lookupById(values) } = options;
  const { freshness } = values;
  const updates = createSourceUpdates(options, lookup);

  /** An entry as an answer to a key. */
  function answer(key: string, entry: Entry<T>): Cached<T> {
    const isFresh = freshness.isFresh(entry);
    const isDue =
      !isFresh && !isPaused(entry.refreshAgainAt, now(), LIMITS.retryAfterSeconds * 1000);
    const refresh = async () => {
      const loaded = await updates.refresh(key, entry);
      await loaded?.behind?.handedOn;
    };
    return {
      value: entry.value,
      state: isFresh ? "hit" : "stale",
      ageSeconds: freshness.ageSeconds(entry),
      refreshError: isFresh ? null : entry.refreshError,
      refresh: isDue ? refresh : null,
      stored: null,
    };
  }

  /**
   * @param admit is called before the upstream would be asked on this caller's behalf; what it throws goes to this
   *   caller alone
   * @throws UpstreamError where nothing is stored and the upstream gave nothing
   */
  async function get(key: string, admit?: () => void): Promise<Cached<T>> {
    const entry = lookup.find(key);
    if (entry && freshness.isFresh(entry)) return answer(key, entry);
    if (!entry) {
      await lookup.readFromStore(key);
    } else if (
      millisecondsSince(entry.storeReadAt, now()) >=
      CACHE_TIMES.storeRead.seconds * 1000
    ) {
      entry.storeReadAt = now();
      await waitAtMost(lookup.readFromStore(entry.id), STORE_WAIT_MS);
    }
    const found = lookup.find(key);
    if (found) {
      const given = answer(key, found);
      const isPausedNow = given.state === "stale" && given.refresh === null;
      if (isPausedNow) observe({ type: "refresh-skipped", source: name, reason: "paused" });
      return given;
    }

    if (!updates.canJoin(key)) {
      if (firstCalls > 0) calls.throwIfRefused(firstCalls);
      admit?.();
      if (updates.isFull(key)) throw new Busy(REFRESH_PAUSE_SECONDS);
    }
    const loaded = await updates.load(key);
    const given = answer(key, loaded.entry);
    return loaded.behind
      ? { ...given, state: "miss", refresh: null, stored: allBehind(loaded) }
      : given;
  }

  return {
    get,
    /**
     * A value as {@link get} gives it, but refreshed first if it was fetched before a time. If that fails, the old one is
     * answered.
     *
     * @param since epoch milliseconds
     * @throws as {@link get}
     */
    async getUpdated(key: string, since: number, admit?: () => void): Promise<Cached<T>> {
      const given = await get(key, admit);
      const entry = lookup.find(key);
      if (!entry || entry.fetchedAt >= since || since > now()) return given;
      if (isPaused(entry.refreshAgainAt, now(), LIMITS.retryAfterSeconds * 1000)) return given;
      await updates.refresh(key, entry, since);
      return answer(key, lookup.find(key) ?? entry);
    },
    /**
     * A value that was fetched at a time or later, never earlier: for a caller that knows of that value from another
     * server. The upstream is asked only if the store does not have it either.
     *
     * @param fetchedAt epoch milliseconds
     * @throws UpstreamError
     */
    async getSince(id: string, fetchedAt: number): Promise<Cached<T>> {
      // A value that a clock that was ahead has dated may have been replaced since: any value is later.
      const since = isAhead(fetchedAt, now()) ? 0 : fetchedAt;
      const known = () => {
        const entry = values.peek(id);
        return entry && entry.fetchedAt >= since ? entry : null;
      };
      for (const pause of [0, ...WRITTEN_ELSEWHERE_MS]) {
        if (known()) break;
        await sleep(pause);
        await lookup.readFromStore(id);
      }
      if (!known()) {
        const old = values.peek(id);
        if (!old) return get(id);
        await updates.refresh(id, old, since);
      }
      const entry = known();
      if (!entry) throw new Unavailable();
      return answer(id, entry);
    },
    /**
     * Loads a key with calls that visitors can do without, and waits until it is stored and handed on.
     *
     * @throws UpstreamError; `Busy` if visitors may need what is left of the budget
     */
    async loadInBackground(key: string): Promise<Loaded<T>> {
      const throwIfFull = () => {
        if (updates.isFull(key)) throw new Busy(REFRESH_PAUSE_SECONDS);
      };
      throwIfFull();
      // Visitors may join this load: all its calls are granted before it begins, and it is like any other then.
      await calls.acquireInBackground(firstCalls);
      throwIfFull();
      const loaded = await updates.load(key, firstCalls);
      // Serverless functions may freeze after the response: wait for all writes.
      await allBehind(loaded);
      return loaded;
    },
    update: updates.update,
    refetch: updates.refetch,
  };
}

async function allBehind({ behind }: Loaded<unknown>): Promise<void> {
  await Promise.all([behind?.stored, behind?.handedOn]);
}
