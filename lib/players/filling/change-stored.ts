/** How often a change is made again, if another server has written at the same time. */
const TRIES = 4;

/** A head as the store had it. */
export interface StoredHead<Head> {
  /** Null: there is none. */
  text: string | null;
  /** Null: there is none, or it is damaged. */
  head: Head | null;
  /** A later version of this site wrote it: nothing is written. */
  isForeign: boolean;
}

interface GuardedHeads<Head, Writes> {
  readHead(ulid: string): Promise<StoredHead<Head>>;
  /** Null if there was another head, or the player is removed. */
  commit(ulid: string, before: StoredHead<Head>, writes: Writes): Promise<StoredHead<Head> | null>;
}

/**
 * Changes what is stored of a player, from what is there.
 *
 * @param first the head as it was read
 * @param change what to write; it runs again if another server has written meanwhile
 * @returns the new head; null if the player is removed, or others write all the time
 * @throws StoreFailed
 */
export async function changeStored<Head, Writes>(
  store: GuardedHeads<Head, Writes>,
  ulid: string,
  first: StoredHead<Head>,
  change: (stored: StoredHead<Head>) => Promise<Writes> | Writes,
): Promise<StoredHead<Head> | null> {
  let stored = first;
  for (let tries = 0; tries < TRIES; tries++) {
    const done = await store.commit(ulid, stored, await change(stored));
    if (done) return done;
    stored = await store.readHead(ulid);
    // Removed, or forgotten after 90 days.
    if (stored.head === null) return null;
  }
  return null;
}
