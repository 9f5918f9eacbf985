import "server-only";
import { LRUCache } from "lru-cache";
import pTimeout, { TimeoutError } from "p-timeout";
import { millisecondsSince } from "@/lib/domain/stored-time";
import { LIMITS } from "@/lib/limits";
import { outsideRequest } from "@/lib/outside-request";

/** A view waits no longer than this for what is stored of a player. */
const WAIT_MS = 500;
/** After a wait that was in vain a view waits so long, for as long as the store is taken to be slow: memory is faster. */
const SHORT_WAIT_MS = 20;
const SLOW_MS = 5000;

/** When a view last waited for something of a player in vain, in epoch milliseconds, by ULID or name. */
const timedOutAt = new LRUCache<string, number>({ max: LIMITS.usersInMemory });

/** What a view was given of a player's stored data. */
export interface StoreAnswer<Found> {
  /** Null: it is not stored, or `isReadable` is false. */
  found: Found | null;
  /** False: the store has failed, or has not answered in time. */
  isReadable: boolean;
}

/**
 * Waits on behalf of a view for what the store has of a player. A page shows several such things, one after the other:
 * after one wait in vain, none of them waits again for some seconds, so that the waits do not add up. Never throws.
 *
 * @param user what the store is asked by: a ULID or a name, in any case
 */
export async function waitForStore<Found>(
  user: string,
  ask: () => Promise<Found | null>,
): Promise<StoreAnswer<Found>> {
  const key = user.toLowerCase();
  const waitedAt = timedOutAt.get(key);
  const isSlow = waitedAt !== undefined && millisecondsSince(waitedAt, Date.now()) < SLOW_MS;
  try {
    const asked = outsideRequest(ask);
    const found = await pTimeout(asked, { milliseconds: isSlow ? SHORT_WAIT_MS : WAIT_MS });
    return { found, isReadable: true };
  } catch (error) {
    if (error instanceof TimeoutError && !isSlow) timedOutAt.set(key, Date.now());
    return { found: null, isReadable: false };
  }
}
