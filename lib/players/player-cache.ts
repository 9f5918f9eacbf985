import { type Cached, createCachedSource } from "@/lib/cache/cached-source";
import { guardStore } from "@/lib/cache/guarded-store";
import { createLimitedCalls } from "@/lib/cache/limited-calls";
import { createRateLimiter } from "@/lib/cache/rate-limiter";
import type { FetchContext } from "@/lib/cache/source-options";
import { createTieredCache } from "@/lib/cache/tiered-cache";
import type { Player, UnreadRows } from "@/lib/domain/player";
import { isUpstreamError } from "@/lib/domain/upstream-error";
import type { Store } from "@/lib/kv/store";
import { LIMITS } from "@/lib/limits";
import { type Outcome, observe } from "@/lib/observe/observe";
import type { FetchedPlayer, RetroAchievements } from "@/lib/retroachievements/retroachievements";
import { createDailyCheck } from "./daily-check";
import { createEmptyLists } from "./empty-lists";
import { createPlayerNames, playerKey, ulidOf } from "./player-names";
import { FIRST_CALLS, wasReadWhole } from "./read-whole";
import { decodePlayer, encodePlayer } from "./stored-player";

/** A player, and how good the answer is. */
export interface CachedPlayer extends Omit<Cached<FetchedPlayer>, "value"> {
  player: Player;
}

interface PlayerCacheOptions {
  store: Store;
  upstream: RetroAchievements;
  freshSeconds: number;
  /** After the fresh time. */
  staleSeconds: number;
  /** The most calls to RA in any minute, all servers together. */
  callsPerMinute: number;
  /** The most calls to API v2 among them; RA's own maximum by default. */
  v2CallsPerMinute?: number;
  /**
   * Called with the new and the previous snapshot, and with the rows of the list that could not be read. Neither the
   * store nor an answer waits for it; what it throws is ignored.
   */
  onSnapshot?: (player: Player, previous: Player | null, unread?: UnreadRows) => Promise<void>;
  /** Epoch milliseconds. */
  now?: () => number;
}

/** The cached source of players, and who a user is. */
export type PlayerCache = ReturnType<typeof createPlayerCache>;

/** Makes the cache of players: how RA is asked for one, and when what it sends is believed. */
export function createPlayerCache(options: PlayerCacheOptions) {
  const { upstream, callsPerMinute, onSnapshot, now = Date.now } = options;
  const { v2CallsPerMinute = LIMITS.v2CallsPerMinute } = options;
  const store = guardStore(options.store, now);
  const limiter = createRateLimiter(store, callsPerMinute, now);
  const calls = createLimitedCalls(limiter);
  const v2Limiter = createRateLimiter(store, v2CallsPerMinute, now, "upstream-v2");
  const values = createTieredCache<FetchedPlayer>({
    ...options,
    store,
    storeKey: playerKey,
    encode: encodePlayer,
    async decode(text, ulid) {
      const value = await decodePlayer(text);
      const isTheirs = value !== null && ulidOf(value.player) === ulid;
      return isTheirs ? { value, fetchedAt: value.player.checkedAt } : null;
    },
    sizeOf: ({ player, leftOut = [] }) => player.games.length + leftOut.length + 1,
    maxSize: LIMITS.gamesInMemory,
    maxWrites: LIMITS.loadsUnderWay,
    now,
  });
  const names = createPlayerNames(values, store, now);
  const emptyLists = createEmptyLists(values, names, store, now);

  async function fetch(user: string, { previous, cause, acquire }: FetchContext<FetchedPlayer>) {
    const started = performance.now();
    const report = (outcome: Outcome, games: number) =>
      observe({ type: "load", cause, outcome, milliseconds: performance.now() - started, games });
    const known = previous?.value ?? null;
    try {
      const value = await upstream.fetchPlayer(user, {
        known,
        readsWhole: !known || !wasReadWhole(known, now()),
        storedOf,
        acquire,
      });
      report("ok", value.player.games.length);
      return { id: ulidOf(value.player), value, fetchedAt: value.player.checkedAt };
    } catch (error) {
      report(isUpstreamError(error) ? error.code : "failed", 0);
      throw error;
    }
  }

  /** What is stored of the player that a name turned out to mean. */
  async function storedOf(user: string): Promise<FetchedPlayer | null> {
    const ulid = user.toLowerCase();
    await names.readFromStore(ulid);
    return values.peek(ulid)?.value ?? null;
  }

  const source = createCachedSource<FetchedPlayer>({
    name: "player",
    values,
    store,
    calls,
    firstCalls: FIRST_CALLS,
    maxLoads: LIMITS.loadsUnderWay,
    lockKey: (user) => `longplay:lock:${user}`,
    fetch,
    lookup: names,
    async keepInstead(fetched, user) {
      const entry = await emptyLists.keepInstead(fetched);
      if (entry) names.learn(user, fetched);
      return entry;
    },
    onSnapshot:
      onSnapshot &&
      (({ player, leftOut }, previous) =>
        onSnapshot(player, previous?.player ?? null, ...unreadOf(leftOut))),
    now,
  });
  const check = createDailyCheck({
    source,
    values,
    names,
    emptyLists,
    calls,
    upstream,
    callsPerMinute,
    now,
  });

  return {
    /**
     * @param user a valid user name in any case, or a ULID in any case
     * @param admit is called before RA would be asked on this caller's behalf; what it throws goes to
     *   this caller alone
     * @throws UpstreamError where there is nothing stored and RA gave nothing
     */
    get: (user: string, admit?: () => void) => source.get(user.toLowerCase(), admit).then(asPlayer),
    /**
     * A player as RA described them at a time or later, never earlier: for a caller that knows of that snapshot from
     * another server. RA is asked only if the store does not have it either.
     *
     * @param ulid in any case
     * @param checkedAt epoch milliseconds
     * @throws UpstreamError
     */
    getSince: (ulid: string, checkedAt: number) =>
      source.getSince(ulid.toLowerCase(), checkedAt).then(asPlayer),
    /**
     * Asks RA about a player without a visitor, unless it was asked since a time: with one small call where there is
     * nothing new and the list was read whole not long ago. It takes calls that visitors can do without. Errors go to
     * the caller alone: no page shows them.
     *
     * @param user a valid user name in any case, or a ULID in any case
     * @param since epoch milliseconds
     * @throws UpstreamError; `Busy` if visitors may need what is left of the budget
     */
    check: (user: string, since: number) => check(user.toLowerCase(), since),
    /** The ULID (lower case) that a name or ULID means, if this process knows it. */
    identify: (user: string) => names.identify(user.toLowerCase()),
    /**
     * The name and the ULID of a player, in one call to RA that visitors can do without. Nothing is stored.
     *
     * @throws UpstreamError; `Busy` if visitors may need what is left of the budget
     */
    fetchPair: (user: string) => calls.callInBackground(user, () => upstream.fetchPair(user)),
    /**
     * Makes one call to RA about a player, if it takes nothing that visitors, refreshes or daily checks may need.
     *
     * @param user a name or ULID
     * @throws UpstreamError; `Busy` if they may need what is left of the budget
     */
    callToFill: <Result>(user: string, call: () => Promise<Result>) => calls.callToFill(user, call),
    /** The same for times, which go before all else that is filled up. */
    callForTimes: <Result>(user: string, call: () => Promise<Result>) =>
      calls.callToFill(user, call, { cause: "times" }),
    /** The same for a call to API v2, within its own limit as well. */
    callV2ForTimes: <Result>(user: string, call: () => Promise<Result>) =>
      calls.callToFill(user, call, { cause: "times", own: v2Limiter }),
    /** Calls to RA for games that visitors open, within the same budget. */
    gameCalls: createLimitedCalls(limiter, "game"),
    /**
     * A player as this process or the store has them, however old; null: neither has. RA is not asked.
     *
     * @param user a valid user name in any case, or a ULID in any case
     */
    async stored(user: string): Promise<Player | null> {
      const typed = user.toLowerCase();
      if (!names.find(typed)) await names.readFromStore(typed);
      return names.find(typed)?.value.player ?? null;
    },
    /** Drops a player from this process's memory. @param user a ULID in any case */
    drop: (user: string): void => void values.drop(user.toLowerCase()),
  };
}

/** Written out: this runs for each request, and copying the rest of an object takes longer than all else of a hit. */
function asPlayer(cached: Cached<FetchedPlayer>): CachedPlayer {
  const { state, ageSeconds, refreshError, refresh, stored } = cached;
  return { player: cached.value.player, state, ageSeconds, refreshError, refresh, stored };
}

/** The rows of a list that could not be read, if there were any. */
function unreadOf(leftOut: FetchedPlayer["leftOut"] = []): [] | [UnreadRows] {
  const rows = leftOut.filter(({ isUnreadable }) => isUnreadable);
  const ids = rows.flatMap(({ id }) => id ?? []);
  return rows.length === 0 ? [] : [{ ids, withoutId: rows.length - ids.length }];
}
