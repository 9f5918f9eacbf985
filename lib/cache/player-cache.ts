import { LRUCache } from "lru-cache";
import type { Player, Profile, UnreadRows } from "@/lib/domain/player";
import { isAhead, isPaused, millisecondsSince } from "@/lib/domain/stored-time";
import {
  Busy,
  InvalidResponse,
  isUpstreamError,
  PlayerNotFound,
  Unavailable,
  type UpstreamError,
  type UpstreamErrorCode,
} from "@/lib/domain/upstream-error";
import { isUlid } from "@/lib/domain/user";
import type { Store } from "@/lib/kv/store";
import { LIMITS } from "@/lib/limits";
import { type Outcome, observe } from "@/lib/observe/observe";
import type { FetchedPlayer, RetroAchievements } from "@/lib/retroachievements/retroachievements";
import { guardStore } from "./guarded-store";
import { beginWait, createLoadLocks, type HeldLock } from "./load-lock";
import { createRateLimiter } from "./rate-limiter";
import { decodePlayer, encodePlayer } from "./stored-player";

/** After a failed refresh, so long passes before RA is asked for that player again. */
const REFRESH_PAUSE_SECONDS = 5;
/** While another instance refreshes a player, this one looks again after so long. */
const REFRESHED_ELSEWHERE_MS = 1000;
/** The list is read whole at least so often: a set's revision moves no row to the top of it. */
const WHOLE_SECONDS = 86_400;
/**
 * For players who are checked without a visitor, it is so long: of checks that are a day apart every second one reads
 * all, whichever of them comes some minutes earlier than the one before.
 */
const CHECKED_WHOLE_SECONDS = 1.5 * WHOLE_SECONDS;
/** An empty list about a player whose games are stored is believed when RA still sends it after so long. */
const EMPTY_BELIEVED_MS = 86_400_000;
/** RA's rows a call, when a list is read whole. */
const ROWS_A_CALL = 500;
/** So long a process answers of old data that it has, before it looks whether another has newer. */
const STORE_LOOK_MS = 10_000;
/** A stale answer waits no longer than this for that look. */
const STORE_WAIT_MS = 250;

/** What each load begins with: the profile and the first page. */
const FIRST_CALLS = { calls: 2, cause: "load" } as const;
/** What another instance has answered with may be on its way to the store still: it is looked for again so soon. */
const WRITTEN_ELSEWHERE_MS = [50, 100, 200, 400];

/** A player, and how good the answer is. */
export interface CachedPlayer {
  player: Player;
  /** `hit`: younger than the fresh time. `stale`: older, a refresh is due. `miss`: RA was asked now. */
  state: "hit" | "stale" | "miss";
  /** Seconds since RA was asked. */
  ageSeconds: number;
  /** Why the last refresh of this player failed, or null if it did not. */
  refreshError: UpstreamErrorCode | null;
  /** Set if a refresh is due: the caller runs it once the answer is on its way. Never throws. */
  refresh: (() => Promise<void>) | null;
  /**
   * Ends when what was loaded is stored and handed on; null if nothing was loaded. The answer need not wait. Never
   * throws.
   */
  stored: Promise<void> | null;
}

/** What came of {@link PlayerCache.check}. */
export interface Checked {
  /**
   * `same`: RA told nothing new in one small call. `read`: the player was read again, or loaded. `known`: RA was asked
   * late enough already, by a visitor or another instance. `elsewhere`: another instance is asking now.
   */
  outcome: "same" | "read" | "known" | "elsewhere";
  /** When RA was last asked of the player, as far as is known, in epoch milliseconds. */
  checkedAt: number;
}

interface PlayerCacheOptions {
  store: Store;
  upstream: RetroAchievements;
  freshSeconds: number;
  /** After the fresh time. */
  staleSeconds: number;
  /** The most calls to RA in any minute, all instances together. */
  callsPerMinute: number;
  /**
   * Called with the new and the previous snapshot, and with what could not be read of the list. It may take its time:
   * neither the store nor a request for the player waits for it. What it throws is ignored.
   */
  onState?: (player: Player, before: Player | null, unread?: UnreadRows) => Promise<void>;
  /** Epoch milliseconds. */
  now?: () => number;
}

/** What this process knows of a player without asking the store. */
interface Entry extends FetchedPlayer {
  refreshError: UpstreamErrorCode | null;
  /** Epoch milliseconds. */
  refreshAgainAt: number;
  /** When the store was last looked at for it, in epoch milliseconds. */
  lookedAt: number;
  /** Since when RA sends an empty list instead of these games, in epoch milliseconds; 0 if it does not. */
  emptySince: number;
}

/** Whom a name means, as RA said. */
interface NamedPlayer {
  /** Lower case. */
  ulid: string;
  /** Epoch milliseconds. */
  saidAt: number;
}

/** That RA knows nobody of that name or ULID, or hides them. */
interface UnknownUser {
  /** Epoch milliseconds. */
  saidAt: number;
}

/** A player who was loaded, or whom another instance has just loaded. */
interface Loaded {
  entry: Entry;
  isNew: boolean;
  stored: Promise<void> | null;
}

/** The cache of players: freshness, one load at a time for each, and players who do not exist. */
export interface PlayerCache {
  /**
   * @param user a valid user name in any case, or a ULID in any case
   * @param admit is called before RA would be asked on this caller's behalf; what it throws goes to
   *   this caller alone
   * @throws UpstreamError where there is nothing stored and RA gave nothing
   */
  get(user: string, admit?: () => void): Promise<CachedPlayer>;
  /**
   * A player as RA told of them at a time, or later: never earlier. For whoever knows of that state from
   * another instance. RA is asked only if it cannot be had from the store either.
   *
   * @param ulid in any case
   * @param checkedAt epoch milliseconds
   * @throws UpstreamError
   */
  getSince(ulid: string, checkedAt: number): Promise<CachedPlayer>;
  /**
   * Has RA asked about a player for whom nobody has come, unless it was since a time: with one small call where there
   * is nothing new and the list was read whole not long ago. It takes what of the budget visitors can do without,
   * and what it is refused, or RA fails with, is the caller's alone: nothing of it is shown.
   *
   * @param user a valid user name in any case, or a ULID in any case
   * @param since epoch milliseconds
   * @throws UpstreamError; `Busy` if visitors may need what is left of the budget
   */
  check(user: string, since: number): Promise<Checked>;
  /** The ULID (lower case) of whom a name or ULID means, if this process knows it. */
  identify(user: string): string | null;
  /**
   * The name and the ULID of a player, in one call to RA that takes what visitors can do without. Nothing is stored.
   *
   * @throws UpstreamError; `Busy` if visitors may need what is left of the budget
   */
  fetchPair(user: string): Promise<Pick<Profile, "name" | "ulid">>;
  /** Drops a player from this process's memory. @param ulid in any case */
  drop(ulid: string): void;
}

/**
 * A player is stored once, under the ULID, which stays; a name is stored as the ULID that RA said it
 * means, and when. It is believed while the player still has that name, or while what RA said is
 * fresh: names can change hands, and nobody is to see another's games under theirs.
 *
 *     age   0 ──────────── fresh ─────────────────────── fresh + stale ────────▶
 *           hit             stale: answered at once,      miss: RA is asked and
 *                           refreshed behind the answer   the caller waits
 *
 * What is stored is only ever replaced by what RA has answered. That a user is unknown has a key of
 * its own: it hides what RA said before it, takes nothing from it, and is itself overruled by what RA
 * says later. Whoever is hidden is not shown stale either: RA hides players for a reason.
 *
 * A crowd that asks two instances for a player whom nobody has:
 *
 *     A  ──read store: no──lock──read store: no──ask RA──answer──store──unlock
 *     B  ────read store: no──lock: held──wait ─────────────────────────── read store──answer
 *
 * The second look of A is for one that stored and unlocked between the first look and the lock. A
 * refresh has a lock too, but nobody waits for it: the answer is on its way already.
 */
export function createPlayerCache(options: PlayerCacheOptions): PlayerCache {
  const { upstream, freshSeconds, staleSeconds, onState, now = Date.now } = options;
  const store = guardStore(options.store, now);
  const locks = createLoadLocks(store);
  const rateLimiter = createRateLimiter(store, options.callsPerMinute, now);
  const entries = new LRUCache<string, Entry>({
    maxSize: LIMITS.gamesInMemory,
    sizeCalculation: ({ player, leftOut = [] }) => player.games.length + leftOut.length + 1,
  });
  const names = new LRUCache<string, NamedPlayer>({ max: LIMITS.usersInMemory });
  const unknowns = new LRUCache<string, UnknownUser>({ max: LIMITS.usersInMemory });
  const looks = new Map<string, Promise<void>>();
  const loads = new Map<string, Promise<Loaded>>();
  const refreshes = new Map<string, Promise<void>>();
  const tellings = new Map<string, Promise<void>>();
  const keptSeconds = Math.max(1, freshSeconds + staleSeconds);

  /** Who was stored by a clock that was ahead is stale, however that was set since: the data are still RA's. */
  const ageSeconds = ({ checkedAt }: Player) =>
    isAhead(checkedAt, now()) ? freshSeconds : millisecondsSince(checkedAt, now()) / 1000;
  const isFresh = (player: Player) => ageSeconds(player) < freshSeconds;
  /** Whether RA was asked at a time or since. */
  const isSince = ({ checkedAt }: Player, since: number) =>
    checkedAt >= since && !isAhead(checkedAt, now());
  const isUsable = (player: Player) => ageSeconds(player) < freshSeconds + staleSeconds;

  /** Whom a user means, as far as this process knows. */
  function identify(typed: string): string | null {
    return isUlid(typed) ? typed : (names.get(typed)?.ulid ?? null);
  }

  /** When RA last said that there is such a user, in epoch milliseconds; 0 if never. */
  function lastSeen(typed: string): number {
    const ulid = identify(typed);
    const player = ulid === null ? undefined : entries.get(ulid)?.player;
    const asOneself = player && (isUlid(typed) || nameOf(player) === typed) ? player.checkedAt : 0;
    const saidAt = names.get(typed)?.saidAt ?? 0;
    // A time that is ahead says only that there was such a user at some time, long ago maybe.
    return Math.max(...[asOneself, saidAt].map((at) => (isAhead(at, now()) ? 1 : at)));
  }

  /** That RA last said there is no such user, if it did. */
  function findUnknown(typed: string): UnknownUser | null {
    for (const user of new Set([typed, identify(typed) ?? typed])) {
      const unknown = unknowns.get(user);
      if (!unknown || isAhead(unknown.saidAt, now())) continue;
      if (unknown.saidAt > lastSeen(user)) return unknown;
    }
    return null;
  }

  /** What is known here of a user, if it can be answered. @throws PlayerNotFound if RA has just said so. */
  function find(typed: string): Entry | null {
    const unknown = findUnknown(typed);
    if (unknown) {
      if (millisecondsSince(unknown.saidAt, now()) < LIMITS.notFoundSeconds * 1000)
        throw new PlayerNotFound();
      return null;
    }
    const entry = entries.get(identify(typed) ?? "");
    if (!entry || !isUsable(entry.player)) return null;
    if (isUlid(typed) || nameOf(entry.player) === typed) return entry;
    const saidAt = names.get(typed)?.saidAt ?? 0;
    return millisecondsSince(saidAt, now()) < freshSeconds * 1000 ? entry : null;
  }

  function answer(typed: string, entry: Entry): CachedPlayer {
    const { player, refreshError } = entry;
    const fresh = isFresh(player);
    return {
      player,
      state: fresh ? "hit" : "stale",
      ageSeconds: ageSeconds(player),
      refreshError: fresh ? null : refreshError,
      refresh:
        fresh || isPaused(entry.refreshAgainAt, now(), LIMITS.retryAfterSeconds * 1000)
          ? null
          : async () => {
              await refresh(typed, entry);
              await tellings.get(ulidOf(player));
            },
      stored: null,
    };
  }

  /** Remembers whom RA says a name means, unless it has said something else since. */
  function keepName(name: string, ulid: string, saidAt: number): void {
    const known = names.get(name)?.saidAt ?? 0;
    if (known < saidAt || isAhead(known, now())) names.set(name, { ulid, saidAt });
  }

  /** Keeps a player in memory, unless what is there is newer. */
  function keep(fetched: FetchedPlayer): Entry {
    const { player } = fetched;
    const ulid = ulidOf(player);
    const before = entries.get(ulid);
    const entry =
      before && isSince(before.player, player.checkedAt)
        ? before
        : { ...fetched, refreshError: null, refreshAgainAt: 0, lookedAt: now(), emptySince: 0 };
    entry.lookedAt = now();
    entries.set(ulid, entry);
    keepName(nameOf(player), ulid, player.checkedAt);
    return entry;
  }

  /** Takes what the store says of an unknown user, unless RA has said so again since. */
  function learnUnknown(user: string, stored: string | null | undefined): void {
    const saidAt = Number(stored ?? 0);
    if (isAhead(saidAt, now())) return;
    if (saidAt > (unknowns.get(user)?.saidAt ?? 0)) unknowns.set(user, { saidAt });
  }

  /** Takes what the store has of a user into memory, in one command for a ULID and two for a name. */
  function look(typed: string): Promise<void> {
    return share(looks, typed, async () => {
      const own = isUlid(typed) ? playerKey(typed) : nameKey(typed);
      const [unknown, found] = (await store.getMany([unknownKey(typed), own])) ?? [];
      learnUnknown(typed, unknown);
      let value = found;
      if (found && !isUlid(typed)) {
        const [ulid = "", saidAt] = found.split(" ");
        if (!isUlid(ulid)) return;
        keepName(typed, ulid, Number(saidAt));
        // The player may have been hidden by another name.
        const [hidden, player] = (await store.getMany([unknownKey(ulid), playerKey(ulid)])) ?? [];
        learnUnknown(ulid, hidden);
        value = player;
      }
      const stored = value ? await decodePlayer(value) : null;
      if (stored && isUsable(stored.player)) keep(stored);
    });
  }

  /** Remembers that RA knows nobody of that name, or hides them; what is stored of them stays. */
  async function keepUnknown(typed: string): Promise<void> {
    const wasKnown = lastSeen(typed) > 0;
    const saidAt = now();
    unknowns.set(typed, { saidAt });
    // For as long as there may be something that it has to hide.
    await store.set(
      unknownKey(typed),
      String(saidAt),
      wasKnown ? keptSeconds : LIMITS.notFoundSeconds,
    );
  }

  /** What RA's newest rows can be laid on: a list that was read whole not too long ago. */
  function basis(entry: FetchedPlayer | null): FetchedPlayer | null {
    const isWhole = entry && millisecondsSince(entry.readWholeAt, now()) < WHOLE_SECONDS * 1000;
    return isWhole ? entry : null;
  }

  /**
   * Asks RA, within what the gate allows, and tells the gate how it went.
   *
   * @param leave so many calls were granted already
   * @throws UpstreamError
   */
  async function ask(
    user: string,
    known: FetchedPlayer | null,
    cause: "load" | "refresh",
    leave = 0,
  ): Promise<FetchedPlayer> {
    const started = performance.now();
    let given = leave;
    const tell = (outcome: Outcome, games: number) =>
      observe({ type: "load", cause, outcome, milliseconds: performance.now() - started, games });
    let hasBegun = false;
    try {
      const fetched = await upstream.fetchPlayer(user, {
        known,
        readsWhole: basis(known) === null,
        storedOf,
        acquire: async (calls) => {
          const asked = Math.max(0, calls - given);
          given -= calls - asked;
          if (asked > 0) {
            await rateLimiter.acquire({
              calls: asked,
              cause: hasBegun || leave > 0 ? "more" : cause,
            });
          }
          hasBegun = true;
        },
      });
      tell("ok", fetched.player.games.length);
      if (hasBegun) void rateLimiter.report(user, null);
      return fetched;
    } catch (error) {
      tell(isUpstreamError(error) ? error.code : "failed", 0);
      // Before anybody hears of it: the next one to ask is to meet a gate that knows.
      if (hasBegun) await rateLimiter.report(user, error);
      throw error;
    }
  }

  /**
   * What is stored of a player, where RA sends an empty list instead: believed at once, a slip of RA's would empty the
   * page and the history. A day after it was first sent it is believed, since a player may reset everything: then null.
   */
  async function insteadOfEmpty({ player }: FetchedPlayer): Promise<Entry | null> {
    if (player.games.length > 0) return null;
    const ulid = ulidOf(player);
    await look(ulid);
    const entry = entries.get(ulid);
    if (!entry || entry.player.games.length === 0 || !isUsable(entry.player)) return null;
    const stored = Number((await store.get(emptyKey(ulid))) ?? 0);
    const times = [entry.emptySince, stored].filter((at) => at > lastList(entry.player));
    entry.emptySince = Math.min(...times, now());
    if (stored !== entry.emptySince) {
      await store.set(emptyKey(ulid), String(entry.emptySince), keptSeconds);
    }
    return isSuspect(entry) ? entry : null;
  }

  /** Whether RA has sent an empty list since it last sent one with games, and not for long enough to be believed. */
  function isSuspect({ emptySince, player }: Entry): boolean {
    return emptySince > lastList(player) && now() - emptySince < EMPTY_BELIEVED_MS;
  }

  /** When RA last sent these games, in epoch milliseconds; 0 where a clock that was ahead has dated them. */
  function lastList({ checkedAt }: Player): number {
    return isAhead(checkedAt, now()) ? 0 : checkedAt;
  }

  /** What is stored of the player whom a name turned out to mean. */
  async function storedOf(ulid: string): Promise<FetchedPlayer | null> {
    await look(ulid.toLowerCase());
    return entries.get(ulid.toLowerCase()) ?? null;
  }

  /** Answers of what is stored for a while, with why. */
  function putOff(entry: Entry, error: UpstreamError): void {
    entry.refreshError = error.code;
    const pause = Math.max(REFRESH_PAUSE_SECONDS, error.retryAfterSeconds ?? 0);
    entry.refreshAgainAt = now() + Math.min(pause, freshSeconds) * 1000;
  }

  /** Hands on what RA said. Nobody who waits for a player waits for this. */
  function tell({ player, leftOut }: FetchedPlayer, before: Player | null): void {
    if (!onState) return;
    const ulid = ulidOf(player);
    const telling = onState(player, before, ...unreadOf(leftOut)).catch(() => undefined);
    tellings.set(ulid, telling);
    void telling.then(() => {
      if (tellings.get(ulid) === telling) tellings.delete(ulid);
    });
  }

  /** Keeps what RA said, and writes it to the store behind the answer; the lock is held until then. */
  function take(fetched: FetchedPlayer, typed: string, lock: HeldLock): Loaded {
    const { player } = fetched;
    const ulid = ulidOf(player);
    const before = entries.get(ulid)?.player ?? null;
    const entry = keep(fetched);
    const said = new Set([nameOf(player), ...(isUlid(typed) ? [] : [typed])]);
    for (const name of said) keepName(name, ulid, player.checkedAt);
    const write = async () => {
      const value = await encodePlayer(fetched);
      await Promise.all([
        store.set(playerKey(ulid), value, keptSeconds),
        ...[...said].map((name) =>
          store.set(nameKey(name), `${ulid} ${player.checkedAt}`, keptSeconds),
        ),
      ]);
    };
    const stored = write()
      .catch(() => undefined)
      .then(() => lock.release());
    tell(fetched, before);
    return { entry, isNew: true, stored };
  }

  /** Has RA asked for a user of whom nothing can be answered, by this instance or another. */
  async function load(typed: string, leave = 0): Promise<Loaded> {
    const waited = beginWait();
    for (;;) {
      const lock = await locks.take(lockKey(typed));
      if (lock === null) await locks.waitFor(lockKey(typed), waited);
      try {
        await look(typed);
        const found = find(typed);
        if (found) {
          void lock?.release();
          return { entry: found, isNew: false, stored: null };
        }
        if (lock === null) continue;
        const known = entries.get(identify(typed) ?? "") ?? null;
        const fetched = await ask(typed, known, "load", leave).catch((error) => {
          if (isNotFound(error)) void keepUnknown(typed);
          throw error;
        });
        const stored = await insteadOfEmpty(fetched);
        if (!stored) return take(fetched, typed, lock);
        keepName(typed, ulidOf(fetched.player), fetched.player.checkedAt);
        putOff(stored, new InvalidResponse());
        void lock.release();
        return { entry: stored, isNew: false, stored: null };
      } catch (error) {
        // Nobody waits for the store to hear of it.
        void lock?.release(error);
        throw error;
      }
    }
  }

  /**
   * Behind an answer that was stale: takes what another instance stored, else asks RA.
   *
   * @param since what RA told before, in epoch milliseconds, is not enough, however fresh
   */
  function refresh(typed: string, entry: Entry, since = 0): Promise<void> {
    const ulid = ulidOf(entry.player);
    /** What is answered by now: it need not be what this refresh began with. */
    const shown = () => entries.get(ulid) ?? entry;
    const isDone = () => isFresh(shown().player) && isSince(shown().player, since);
    if (refreshes.size >= LIMITS.loadsUnderWay) return Promise.resolve();
    return share(refreshes, ulid, async () => {
      // Each stale answer brought a refresh; an earlier one may have done this one's work.
      if (isDone()) return;
      const lock = await locks.take(lockKey(ulid));
      if (lock === null) {
        shown().refreshAgainAt = now() + REFRESHED_ELSEWHERE_MS;
        shown().lookedAt = 0;
        return;
      }
      try {
        await look(ulid);
        if (isDone()) return await lock.release();
        const fetched = await askAgain(typed, ulid, shown());
        if (await insteadOfEmpty(fetched)) throw new InvalidResponse();
        await take(fetched, typed, lock).stored;
      } catch (error) {
        await lock.release(error);
        if (!isUpstreamError(error)) throw error;
        putOff(shown(), error);
      }
    }).catch((error: unknown) => {
      observe({ type: "warning", message: `A refresh failed: ${String(error)}` });
    });
  }

  /** By the name that was asked for, to see whose it is now; if it is nobody's, by the ULID. */
  async function askAgain(typed: string, ulid: string, known: FetchedPlayer | null, leave = 0) {
    for (const user of new Set([typed, ulid])) {
      try {
        return await ask(user, known, "refresh", leave);
      } catch (error) {
        if (!isNotFound(error)) throw error;
        await keepUnknown(user);
      }
    }
    throw new PlayerNotFound();
  }

  async function get(user: string, admit?: () => void): Promise<CachedPlayer> {
    const typed = user.toLowerCase();
    const entry = find(typed);
    if (entry && isFresh(entry.player)) return answer(typed, entry);
    if (!entry) {
      await look(typed);
    } else if (millisecondsSince(entry.lookedAt, now()) >= STORE_LOOK_MS) {
      entry.lookedAt = now();
      await Promise.race([look(ulidOf(entry.player)), wait(STORE_WAIT_MS)]);
    }
    const found = find(typed);
    if (found) return answer(typed, found);

    if (!loads.has(typed)) {
      rateLimiter.throwIfRefused(FIRST_CALLS);
      admit?.();
      if (loads.size >= LIMITS.loadsUnderWay) throw new Busy(REFRESH_PAUSE_SECONDS);
    }
    const { entry: loaded, isNew, stored } = await share(loads, typed, () => load(typed));
    const given = answer(typed, loaded);
    if (!isNew) return given;
    const told = tellings.get(ulidOf(loaded.player));
    const all = Promise.all([stored, told]).then(() => undefined);
    return { ...given, state: "miss", refresh: null, stored: all };
  }

  async function getSince(user: string, checkedAt: number): Promise<CachedPlayer> {
    const ulid = user.toLowerCase();
    // What a clock that was ahead has dated may have been replaced since: whatever is there is later.
    const since = isAhead(checkedAt, now()) ? 0 : checkedAt;
    const known = () => {
      const entry = entries.get(ulid);
      return entry && entry.player.checkedAt >= since ? entry : null;
    };
    for (const pause of [0, ...WRITTEN_ELSEWHERE_MS]) {
      if (known()) break;
      await wait(pause);
      await look(ulid);
    }
    if (!known()) {
      const old = entries.get(ulid);
      if (!old) return get(ulid);
      await refresh(ulid, old, since);
    }
    const entry = known();
    if (!entry) throw new Unavailable();
    return answer(ulid, entry);
  }

  async function check(user: string, since: number): Promise<Checked> {
    const typed = user.toLowerCase();
    if (!find(typed)) await look(typed);
    const entry = find(typed);
    if (entry) {
      return isSince(entry.player, since) ? asKnown(entry.player) : recheck(entry, since);
    }
    if (loads.size >= LIMITS.loadsUnderWay) throw new Busy(REFRESH_PAUSE_SECONDS);
    // Visitors may come to share this load: it is granted before it begins, and is one like another from then on.
    await rateLimiter.acquire({ ...FIRST_CALLS, cause: "watch" });
    const loaded = await share(loads, typed, () => load(typed, FIRST_CALLS.calls));
    const { player } = loaded.entry;
    // What stops with the answer to whoever asked for this check is to have written all before.
    await Promise.all([loaded.stored, tellings.get(ulidOf(player))]);
    return loaded.isNew ? { outcome: "read", checkedAt: player.checkedAt } : asKnown(player);
  }

  const asKnown = ({ checkedAt }: Player): Checked => ({ outcome: "known", checkedAt });

  /**
   * Asks RA about a player who is stored, unless another instance does or has: under the lock of a refresh, so that
   * one that a visitor brings looks for what comes of this.
   */
  async function recheck(entry: Entry, since: number): Promise<Checked> {
    const ulid = ulidOf(entry.player);
    const lock = await locks.take(lockKey(ulid));
    if (lock === null) return { outcome: "elsewhere", checkedAt: entry.player.checkedAt };
    try {
      await look(ulid);
      // Whoever is hidden is asked for as anybody is whom RA may not know.
      const shown = find(ulid);
      if (shown && isSince(shown.player, since)) {
        await lock.release();
        return asKnown(shown.player);
      }
      // RA was asked already, and is not believed yet.
      if (shown && isSuspect(shown)) {
        await lock.release();
        return asKnown(shown.player);
      }
      const same = shown && (await askSame(shown));
      const fetched = same ?? (await readAgain(ulid, shown ?? entry));
      if (await insteadOfEmpty(fetched)) throw new InvalidResponse();
      await take(fetched, ulid, lock).stored;
      await tellings.get(ulid);
      return { outcome: same ? "same" : "read", checkedAt: fetched.player.checkedAt };
    } catch (error) {
      await lock.release();
      throw error;
    }
  }

  /** What is known of a player as what RA tells now, if one small call shows nothing else; null if it cannot. */
  async function askSame(known: FetchedPlayer): Promise<FetchedPlayer | null> {
    const { player, readWholeAt, leftOut } = known;
    const isWhole = millisecondsSince(readWholeAt, now()) < CHECKED_WHOLE_SECONDS * 1000;
    if (!isWhole || player.games.length === 0 || !(await isCalledSo(player))) return null;
    let checkedAt = 0;
    const hasNews = await askOnce(player.profile.ulid, () => {
      checkedAt = now();
      return upstream.hasNews(known);
    });
    return hasNews ? null : { player: { ...player, checkedAt }, readWholeAt, leftOut };
  }

  /** Makes one call to RA, if visitors can do without it. @throws UpstreamError */
  async function askOnce<Answer>(user: string, call: () => Promise<Answer>): Promise<Answer> {
    await rateLimiter.acquire({ calls: 1, cause: "watch" });
    try {
      const answer = await call();
      void rateLimiter.report(user, null);
      return answer;
    } catch (error) {
      await rateLimiter.report(user, error);
      throw error;
    }
  }

  /**
   * Whether a player still has their name, as far as RA has told any instance. A list does not say it: to move on when
   * RA was asked would take the name back from whoever has it now, and show again who is hidden.
   */
  async function isCalledSo(player: Player): Promise<boolean> {
    const name = nameOf(player);
    const [unknown, named] = (await store.getMany([unknownKey(name), nameKey(name)])) ?? [];
    learnUnknown(name, unknown);
    return named?.split(" ")[0] === ulidOf(player) && findUnknown(name) === null;
  }

  /** Reads a player again, with leave beforehand for all calls that it is likely to take, as far as there can be leave. */
  async function readAgain(ulid: string, entry: Entry): Promise<FetchedPlayer> {
    const whole = 1 + Math.ceil(entry.player.games.length / ROWS_A_CALL);
    const most = Math.floor(options.callsPerMinute / 2);
    const leave = basis(entry)
      ? FIRST_CALLS.calls
      : Math.max(FIRST_CALLS.calls, Math.min(whole, most));
    await rateLimiter.acquire({ calls: leave, cause: "watch" });
    return askAgain(ulid, ulid, entry, leave);
  }

  return {
    get,
    getSince,
    check,
    identify: (user) => identify(user.toLowerCase()),
    fetchPair: (user) => askOnce(user, () => upstream.fetchPair(user)),
    drop(user) {
      entries.delete(user.toLowerCase());
    },
  };
}

/** Concurrent calls with one key share one run of `start`. */
function share<Result>(
  running: Map<string, Promise<Result>>,
  key: string,
  start: () => Promise<Result>,
): Promise<Result> {
  const current = running.get(key);
  if (current) return current;
  const run = start().finally(() => running.delete(key));
  running.set(key, run);
  return run;
}

/** What could not be read of a list, if there was anything. */
function unreadOf(leftOut: FetchedPlayer["leftOut"] = []): [] | [UnreadRows] {
  const rows = leftOut.filter(({ isUnreadable }) => isUnreadable);
  const ids = rows.flatMap(({ id }) => id ?? []);
  return rows.length === 0 ? [] : [{ ids, withoutId: rows.length - ids.length }];
}

const wait = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });

const isNotFound = (error: unknown) => isUpstreamError(error) && error.code === "player-not-found";
const nameOf = (player: Player) => player.profile.name.toLowerCase();
const ulidOf = (player: Player) => player.profile.ulid.toLowerCase();

// A name has at most 20 characters, a ULID 26: the two cannot meet.
const playerKey = (ulid: string) => `longplay:player:${ulid}`;
const nameKey = (name: string) => `longplay:name:${name}`;
const emptyKey = (ulid: string) => `longplay:empty:${ulid}`;
const unknownKey = (user: string) => `longplay:unknown:${user}`;
const lockKey = (user: string) => `longplay:lock:${user}`;
