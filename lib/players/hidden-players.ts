import { createSingleFlight } from "@/lib/async/single-flight";
import { waitAtMost } from "@/lib/async/sleep";
import { guardStore } from "@/lib/cache/guarded-store";
import { isPaused, millisecondsSince } from "@/lib/domain/stored-time";
import { isUpstreamError } from "@/lib/domain/upstream-error";
import { isUlid } from "@/lib/domain/user";
import type { Store } from "@/lib/kv/store";
import { markOf } from "@/lib/user-mark";
import { LINK_SECONDS, link, pairKey, readLink } from "./removal-keys";

/** How long the first requests of a process wait for the names and ULIDs of the hidden players. */
const LOAD_WAIT_MS = 1000;
/** If some could not be loaded, it is tried again after this time. */
const RETRY_MS = 60_000;

/** A player's name and ULID: all that is loaded of a hidden player. */
export interface Pair {
  name: string;
  ulid: string;
}

/** The players that the owner has hidden by HIDDEN_PLAYERS. */
export type HiddenPlayers = ReturnType<typeof createHiddenPlayers>;

/**
 * Hides players by what the owner has listed, a name or a ULID, and by the other of the two, which takes one profile
 * call. The store remembers the pair for a day, so all servers together make one call a day for each.
 *
 * @param listed names or ULIDs in any case, a bounded number
 * @param fetchPair gives the pair of a user, in one call to RA
 * @param now epoch milliseconds
 */
export function createHiddenPlayers(
  listed: readonly string[],
  sharedStore: Store,
  fetchPair: (user: string) => Promise<Pair>,
  now: () => number = Date.now,
) {
  const store = guardStore(sharedStore, now);
  const users = [...new Set(listed.map((user) => user.toLowerCase()))];
  const own = new Set(users.map(markOf));
  /** The mark of the other of name and ULID, by the listed user. */
  const others = new Map<string, string>();
  /** When RA last did not find a listed user, in epoch milliseconds. */
  const notFoundAt = new Map<string, number>();
  let loadAgainAt = Number.NEGATIVE_INFINITY;
  const loads = createSingleFlight<void>(1);
  let firstLoaded: Promise<unknown> | undefined;

  const has = (user: string) => {
    if (users.length === 0) return false;
    const mark = markOf(user);
    return own.has(mark) || [...others.values()].includes(mark);
  };

  async function loadAll(): Promise<void> {
    const stored = (await store.getMany(users.map(pairKey))) ?? [];
    let isWhole = true;
    for (const [at, user] of users.entries()) {
      const known = readLink(stored[at]);
      if (known === null) isWhole = (await fetchOther(user)) && isWhole;
      else others.set(user, known);
    }
    loadAgainAt = now() + (isWhole ? LINK_SECONDS * 1000 : RETRY_MS);
  }

  /** @returns whether RA answered, even if it found no such player */
  async function fetchOther(user: string): Promise<boolean> {
    const missedAt = notFoundAt.get(user);
    if (missedAt !== undefined && millisecondsSince(missedAt, now()) < LINK_SECONDS * 1000) {
      return true;
    }
    try {
      const { name, ulid } = await fetchPair(user);
      const other = isUlid(user) ? name : ulid;
      others.set(user, markOf(other));
      await store.set(pairKey(user), link(other), LINK_SECONDS);
      return true;
    } catch (error) {
      const isNotFound = isUpstreamError(error) && error.code === "player-not-found";
      if (isNotFound) notFoundAt.set(user, now());
      return isNotFound;
    }
  }

  return {
    /** Whether a user, a name or a ULID in any case, is hidden as far as is known. */
    has,
    /** The same for a player whose name and ULID are both known: both are hidden from then on. */
    hasPair({ name, ulid }: Pair): boolean {
      if (!has(name) && !has(ulid)) return false;
      for (const [user, other] of [
        [name, ulid],
        [ulid, name],
      ] as const) {
        if (users.includes(user.toLowerCase())) others.set(user.toLowerCase(), markOf(other));
      }
      return true;
    },
    /** Loads the pairs if that is due, and waits for it, within bounds. Never throws. */
    async learn(): Promise<void> {
      if (users.length === 0 || isPaused(loadAgainAt, now(), LINK_SECONDS * 1000)) return;
      const loaded = loads.run("", loadAll);
      firstLoaded ??= waitAtMost(loaded, LOAD_WAIT_MS);
      await firstLoaded;
    },
  };
}
