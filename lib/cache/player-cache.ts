import { LRUCache } from "lru-cache";
import type { Store } from "@/lib/kv";
import type { Player } from "@/lib/players/player";
import {
  isUpstreamError,
  PlayerNotFound,
  type UpstreamErrorCode,
} from "@/lib/retroachievements/errors";
import type { RetroAchievements } from "@/lib/retroachievements/retroachievements";
import { guardStore } from "./guarded-store";
import { decodePlayer, encodePlayer } from "./stored-player";

/** How long "no such player" is remembered. */
export const UNKNOWN_SECONDS = 300;
/** After a failed refresh, so long passes before RA is asked for that player again. */
const REFRESH_PAUSE_SECONDS = 5;
/** How many games of decoded players this process keeps at hand: some 100 MB at the most. */
const MAX_GAMES_AT_HAND = 200_000;
const MAX_NAMES_AT_HAND = 10_000;

/** Followed by when to ask again, in epoch milliseconds. */
const UNKNOWN = "unknown:";
const ALIAS = "alias:";

/** A player, and how good the answer is. */
export interface CachedPlayer {
  player: Player;
  /** `hit`: younger than the fresh time. `stale`: older, a refresh is due. `miss`: RA was asked now. */
  state: "hit" | "stale" | "miss";
  /** Seconds since RA was asked. */
  ageSeconds: number;
  /** Why the last refresh of this player failed, or null if it did not. */
  refreshError: UpstreamErrorCode | null;
  /** Set if a refresh is due: the caller runs it once the answer is on its way. It never throws. */
  refresh: (() => Promise<void>) | null;
}

interface PlayerCacheOptions {
  store: Store;
  upstream: RetroAchievements;
  freshSeconds: number;
  /** After the fresh time. */
  staleSeconds: number;
  log: (line: string) => void;
  /** Epoch milliseconds. */
  now?: () => number;
}

/** What this process knows of a player without asking the store. */
interface Entry {
  player: Player;
  refreshError: UpstreamErrorCode | null;
  refreshAgainAt: number;
}

/** The cache of players: freshness, one load at a time for each, and players who do not exist. */
export interface PlayerCache {
  /**
   * @param user a valid user name in any case, or a ULID in any case
   * @throws UpstreamError where there is nothing stored and RA gave nothing
   */
  get(user: string): Promise<CachedPlayer>;
}

/**
 * A player is stored once, under the lower-case name. Other names for the same player (the ULID, a
 * name since changed) are stored as aliases that hold that key.
 *
 *     age   0 ──────────── fresh ─────────────────────── fresh + stale ────────▶
 *           hit             stale: answered at once,      miss: RA is asked and
 *                           refreshed behind the answer   the caller waits
 *
 * Two instances that refresh one player at the same time:
 *
 *     A  ──read store (old)──ask RA (10:00:00)─────────────────write──▶
 *     B  ────read store (old)──ask RA (10:00:01)──write──▶
 *
 * A writes last and leaves the older answer: a second of difference, mended by the next refresh. A
 * lock in the store would cost two commands for every refresh to save that.
 */
export function createPlayerCache(options: PlayerCacheOptions): PlayerCache {
  const { upstream, freshSeconds, staleSeconds, now = Date.now } = options;
  const store = guardStore(options.store, options.log, now);
  const entries = new LRUCache<string, Entry>({
    maxSize: MAX_GAMES_AT_HAND,
    sizeCalculation: (entry) => entry.player.games.length + 1,
  });
  const aliases = new LRUCache<string, string>({ max: MAX_NAMES_AT_HAND });
  const unknownUntil = new LRUCache<string, number>({ max: MAX_NAMES_AT_HAND });
  const flights = new Map<string, Promise<CachedPlayer>>();

  const ageSeconds = (player: Player) => Math.max(0, (now() - player.checkedAt) / 1000);
  const isFresh = (player: Player) => ageSeconds(player) < freshSeconds;
  const isUsable = (player: Player) => ageSeconds(player) < freshSeconds + staleSeconds;

  /** Concurrent calls with one key share one run of `start`. */
  function share(key: string, start: () => Promise<CachedPlayer>): Promise<CachedPlayer> {
    const current = flights.get(key);
    if (current) return current;
    const flight = start().finally(() => flights.delete(key));
    flights.set(key, flight);
    return flight;
  }

  function answer(key: string, entry: Entry): CachedPlayer {
    const { player, refreshError } = entry;
    const fresh = isFresh(player);
    return {
      player,
      state: fresh ? "hit" : "stale",
      ageSeconds: ageSeconds(player),
      refreshError: fresh ? null : refreshError,
      refresh: fresh || now() < entry.refreshAgainAt ? null : () => refresh(key, entry),
    };
  }

  function keepAtHand(player: Player): { key: string; entry: Entry } {
    const key = player.profile.name.toLowerCase();
    const entry: Entry = { player, refreshError: null, refreshAgainAt: 0 };
    entries.set(key, entry);
    aliases.set(aliasKey(player.profile.ulid), key);
    unknownUntil.delete(key);
    return { key, entry };
  }

  /** Asks RA, and keeps and stores what it says; that there is no such player is kept too. */
  async function load(user: string): Promise<CachedPlayer> {
    const typed = aliasKey(user);
    let player: Player;
    try {
      player = (await upstream.fetchPlayer(user)).player;
    } catch (error) {
      if (isUpstreamError(error) && error.code === "player-not-found") {
        const until = now() + UNKNOWN_SECONDS * 1000;
        unknownUntil.set(typed, until);
        entries.delete(typed);
        await store.set(storeKey(typed), UNKNOWN + until, UNKNOWN_SECONDS);
      }
      throw error;
    }
    const { key } = keepAtHand(player);
    if (typed !== key) aliases.set(typed, key);
    const others = new Set([typed, aliasKey(player.profile.ulid)]);
    others.delete(key);
    const ttlSeconds = freshSeconds + staleSeconds;
    await Promise.all([
      encodePlayer(player).then((value) => store.set(storeKey(key), value, ttlSeconds)),
      ...[...others].map((other) => store.set(storeKey(other), ALIAS + key, ttlSeconds)),
    ]);
    return { player, state: "miss", ageSeconds: 0, refreshError: null, refresh: null };
  }

  /** What another instance stored, if that can still be used. @throws PlayerNotFound if it says so. */
  async function readStore(key: string): Promise<Player | null> {
    let value = await store.get(storeKey(key));
    if (value?.startsWith(ALIAS)) {
      const target = value.slice(ALIAS.length);
      aliases.set(key, target);
      value = await store.get(storeKey(target));
    }
    if (value === null) return null;
    if (value.startsWith(UNKNOWN)) {
      const until = Number(value.slice(UNKNOWN.length));
      if (!(until > now())) return null;
      unknownUntil.set(key, until);
      throw new PlayerNotFound();
    }
    const player = await decodePlayer(value);
    return player && isUsable(player) ? player : null;
  }

  /** Behind an answer that was stale: takes what another instance stored, else asks RA. */
  function refresh(key: string, entry: Entry): Promise<void> {
    return share(key, async () => {
      // Each stale answer brought a refresh; an earlier one may have done this one's work.
      const current = entries.get(key);
      if (current && isFresh(current.player)) return answer(key, current);
      try {
        const stored = await readStore(key);
        if (stored && isFresh(stored)) {
          const kept = keepAtHand(stored);
          return answer(kept.key, kept.entry);
        }
        return await load(key).catch((error) => {
          // A player can have changed names since; the ULID stays.
          if (isUpstreamError(error) && error.code === "player-not-found") {
            return load(entry.player.profile.ulid);
          }
          throw error;
        });
      } catch (error) {
        if (!isUpstreamError(error)) throw error;
        entry.refreshError = error.code;
        const pause = Math.max(REFRESH_PAUSE_SECONDS, error.retryAfterSeconds ?? 0);
        entry.refreshAgainAt = now() + Math.min(pause, freshSeconds) * 1000;
        throw error;
      }
    }).then(
      () => undefined,
      (error: unknown) => {
        const reason = isUpstreamError(error) ? error.message : "unexpected error";
        options.log(`A player could not be refreshed: ${reason}`);
      },
    );
  }

  return {
    async get(user) {
      const typed = aliasKey(user);
      const key = aliases.get(typed) ?? typed;
      const entry = entries.get(key);
      if (entry && isUsable(entry.player)) return answer(key, entry);
      if ((unknownUntil.get(key) ?? 0) > now()) throw new PlayerNotFound();

      return share(key, async () => {
        const stored = await readStore(key);
        if (!stored) return load(user);
        const kept = keepAtHand(stored);
        return answer(kept.key, kept.entry);
      });
    },
  };
}

/** Names and ULIDs are one in any case. A name has at most 20 characters, so the two cannot meet. */
function aliasKey(user: string): string {
  return user.toLowerCase();
}

function storeKey(key: string): string {
  return `longplay:player:${key}`;
}
