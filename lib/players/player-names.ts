import { LRUCache } from "lru-cache";
import type { GuardedStore } from "@/lib/cache/guarded-store";
import { createReads, type Lookup } from "@/lib/cache/lookup";
import type { TieredCache } from "@/lib/cache/tiered-cache";
import { CACHE_TIMES } from "@/lib/cache-times";
import type { Player } from "@/lib/domain/player";
import { isAhead, millisecondsSince } from "@/lib/domain/stored-time";
import { PlayerNotFound } from "@/lib/domain/upstream-error";
import { isUlid } from "@/lib/domain/user";
import { LIMITS } from "@/lib/limits";
import type { FetchedPlayer } from "@/lib/retroachievements/retroachievements";

// A name has at most 20 characters, a ULID 26: the two cannot meet.
export const playerKey = (ulid: string) => `longplay:player:${ulid}`;
const nameKey = (name: string) => `longplay:name:${name}`;
const notFoundKey = (user: string) => `longplay:unknown:${user}`;

/** The ULID that RA said a name means. */
interface NamedPlayer {
  /** Lower case. */
  ulid: string;
  /** When RA said it, in epoch milliseconds. */
  at: number;
}

/** Which player a name or a ULID means; both in lower case here. */
export interface PlayerNames extends Lookup<FetchedPlayer> {
  /**
   * Whether a player still has their name, as far as any server knows from RA. An unchanged list does not show it: to
   * move `checkedAt` would take the name back from its new player, and show a hidden player again.
   */
  nameStillMatches(player: Player): Promise<boolean>;
}

/**
 * A player is stored once, under the ULID, which stays; a name is stored as the ULID that RA said it means, and when.
 * It is trusted while the player still has that name, or while what RA said is fresh: names change hands, and no name
 * may show another player's games.
 *
 * That a user was not found has a key of its own: it hides what RA said before, deletes nothing of it, and is itself
 * overruled by what RA says later. A hidden player is not shown stale either: RA hides players for a reason.
 */
export function createPlayerNames(
  values: TieredCache<FetchedPlayer>,
  store: GuardedStore,
  now: () => number,
): PlayerNames {
  const { freshness } = values;
  const reads = createReads();
  const names = new LRUCache<string, NamedPlayer>({ max: LIMITS.usersInMemory });
  /** When RA did not find users, in epoch milliseconds. */
  const notFoundAt = new LRUCache<string, number>({ max: LIMITS.usersInMemory });

  const identify = (user: string) => (isUlid(user) ? user : (names.get(user)?.ulid ?? null));

  /** When RA last said that there is such a user, in epoch milliseconds; 0 if never. */
  function lastFound(user: string): number {
    const ulid = identify(user);
    const player = ulid === null ? undefined : values.peek(ulid)?.value.player;
    const asOwn = player && (isUlid(user) || nameOf(player) === user) ? player.checkedAt : 0;
    const at = names.get(user)?.at ?? 0;
    // A time that is ahead says only that there was such a user at some time, maybe long ago.
    return Math.max(...[asOwn, at].map((time) => (isAhead(time, now()) ? 1 : time)));
  }

  /** When RA said that it does not find a user, if it has not found them since. */
  function findNotFound(user: string): number | null {
    for (const each of new Set([user, identify(user) ?? user])) {
      const at = notFoundAt.get(each);
      if (at === undefined || isAhead(at, now())) continue;
      if (at > lastFound(each)) return at;
    }
    return null;
  }

  function find(user: string) {
    const missedAt = findNotFound(user);
    if (missedAt !== null) {
      if (millisecondsSince(missedAt, now()) < CACHE_TIMES.notFound.seconds * 1000)
        throw new PlayerNotFound();
      return null;
    }
    const entry = values.peek(identify(user) ?? "");
    if (!entry || !freshness.isUsable(entry)) return null;
    if (isUlid(user) || nameOf(entry.value.player) === user) return entry;
    const at = names.get(user)?.at ?? 0;
    return millisecondsSince(at, now()) < freshness.freshSeconds * 1000 ? entry : null;
  }

  /** Remembers which player RA says a name means, unless it has said something else since. */
  function learnName(name: string, ulid: string, at: number): void {
    const known = names.get(name)?.at ?? 0;
    if (known < at || isAhead(known, now())) names.set(name, { ulid, at });
  }

  /** Learns from the store that a user was not found, unless RA has said so again since. */
  function learnNotFound(user: string, stored: string | null | undefined): void {
    const at = Number(stored ?? 0);
    if (!isAhead(at, now()) && at > (notFoundAt.get(user) ?? 0)) notFoundAt.set(user, at);
  }

  /** Reads a key together with whether its user was not found, in one command. */
  async function readWithNotFound(user: string, key: string): Promise<string | null> {
    const [missed, value] = (await store.getMany([notFoundKey(user), key])) ?? [];
    learnNotFound(user, missed);
    return value ?? null;
  }

  async function readPlayer(ulid: string): Promise<void> {
    const stored = await values.keepStored(ulid, await readWithNotFound(ulid, playerKey(ulid)));
    if (stored) learnName(nameOf(stored.value.player), ulid, stored.fetchedAt);
  }

  async function readName(name: string): Promise<void> {
    const [ulid = "", at] = (await readWithNotFound(name, nameKey(name)))?.split(" ") ?? [];
    if (!isUlid(ulid)) return;
    learnName(name, ulid, Number(at));
    // The player may have been hidden by another name.
    await readPlayer(ulid);
  }

  return {
    find,
    identify,
    readFromStore: (user) =>
      reads.run(user, () => (isUlid(user) ? readPlayer(user) : readName(user))),
    learn(user, { id, value, fetchedAt }) {
      const said = new Set([nameOf(value.player), ...(isUlid(user) ? [] : [user])]);
      for (const name of said) learnName(name, id, fetchedAt);
      return [...said].map((name) => [nameKey(name), `${id} ${fetchedAt}`] as const);
    },
    async cacheNotFound(user) {
      const wasFound = lastFound(user) > 0;
      const at = now();
      notFoundAt.set(user, at);
      // For as long as there may be something that it has to hide.
      const seconds = wasFound ? freshness.storedSeconds : CACHE_TIMES.notFound.seconds;
      await store.set(notFoundKey(user), String(at), seconds);
    },
    async nameStillMatches(player) {
      const name = nameOf(player);
      const [ulid] = (await readWithNotFound(name, nameKey(name)))?.split(" ") ?? [];
      return ulid === ulidOf(player) && findNotFound(name) === null;
    },
  };
}

const nameOf = (player: Player) => player.profile.name.toLowerCase();

/** A player's ULID in lower case. */
export const ulidOf = (player: Player) => player.profile.ulid.toLowerCase();
