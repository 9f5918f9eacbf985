import { createSingleFlight } from "@/lib/async/single-flight";
import { waitAtMost } from "@/lib/async/sleep";
import { guardStore } from "@/lib/cache/guarded-store";
import { isPaused, millisecondsSince } from "@/lib/domain/stored-time";
import { isUpstreamError } from "@/lib/domain/upstream-error";
import { isUlid } from "@/lib/domain/user";
import type { Store } from "@/lib/kv/store";
import { markOf } from "@/lib/user-mark";
import { LINK_SECONDS, link, pairKey, readLink } from "./removal-keys";

/** How long a request waits, once a process, to learn by which other name or ULID the hidden players are known. */
const LEARN_MS = 1000;
/** If that could not be learned of all, it is tried again after so long. */
const LEARN_AGAIN_MS = 60_000;

/** A player's name and ULID: all that is kept of a hidden player. */
export interface Pair {
  name: string;
  ulid: string;
}

/** The players that the owner has hidden by HIDDEN_PLAYERS. */
export interface HiddenPlayers {
  /** Whether a user is hidden, as far as is known: by name or ULID in any case. */
  has(user: string): boolean;
  /** Whether a player is, whose name and ULID are both known: then both are from now on. */
  hasPair(pair: Pair): boolean;
  /** Learns the pairs if that is due, and waits for it, within bounds. Never throws. */
  learn(): Promise<void>;
}

/**
 * Hides players by what the owner has listed, a name or a ULID, and by the other of the two, which one profile call
 * tells. The store remembers the pair for a day, so all servers together ask once a day for each.
 *
 * @param listed names or ULIDs in any case, a bounded number
 * @param ask gives the pair of a user, in one call to RA
 * @param now epoch milliseconds
 */
export function createHiddenPlayers(
  listed: readonly string[],
  sharedStore: Store,
  ask: (user: string) => Promise<Pair>,
  now: () => number = Date.now,
): HiddenPlayers {
  const store = guardStore(sharedStore, now);
  const users = [...new Set(listed.map((user) => user.toLowerCase()))];
  const own = new Set(users.map(markOf));
  /** The mark of the other of the two, by the listed user. */
  const others = new Map<string, string>();
  /** When RA last did not know a listed user, in epoch milliseconds. */
  const notFoundAt = new Map<string, number>();
  let learnAt = Number.NEGATIVE_INFINITY;
  const learning = createSingleFlight<void>(1);
  let firstLearned: Promise<unknown> | undefined;

  const has = (user: string) => {
    if (users.length === 0) return false;
    const mark = markOf(user);
    return own.has(mark) || [...others.values()].includes(mark);
  };

  async function learnAll(): Promise<void> {
    const stored = (await store.getMany(users.map(pairKey))) ?? [];
    let isWhole = true;
    for (const [at, user] of users.entries()) {
      const known = readLink(stored[at]);
      if (known === null) isWhole = (await askOther(user)) && isWhole;
      else others.set(user, known);
    }
    learnAt = now() + (isWhole ? LINK_SECONDS * 1000 : LEARN_AGAIN_MS);
  }

  /** @returns whether RA answered, be it that there is no such player */
  async function askOther(user: string): Promise<boolean> {
    const missedAt = notFoundAt.get(user);
    if (missedAt !== undefined && millisecondsSince(missedAt, now()) < LINK_SECONDS * 1000) {
      return true;
    }
    try {
      const { name, ulid } = await ask(user);
      const other = isUlid(user) ? name : ulid;
      others.set(user, markOf(other));
      await store.set(pairKey(user), link(other), LINK_SECONDS);
      return true;
    } catch (error) {
      const isUnknown = isUpstreamError(error) && error.code === "player-not-found";
      if (isUnknown) notFoundAt.set(user, now());
      return isUnknown;
    }
  }

  return {
    has,
    hasPair({ name, ulid }) {
      if (!has(name) && !has(ulid)) return false;
      for (const [user, other] of [
        [name, ulid],
        [ulid, name],
      ] as const) {
        if (users.includes(user.toLowerCase())) others.set(user.toLowerCase(), markOf(other));
      }
      return true;
    },
    async learn() {
      if (users.length === 0 || isPaused(learnAt, now(), LINK_SECONDS * 1000)) return;
      const learned = learning.run("", learnAll);
      firstLearned ??= waitAtMost(learned, LEARN_MS);
      await firstLearned;
    },
  };
}
