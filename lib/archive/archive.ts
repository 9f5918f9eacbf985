import { waitAtMost } from "@/lib/async/sleep";
import type { Player, UnreadRows } from "@/lib/domain/player";
import type { History } from "@/lib/history/history";
import { stateOf } from "@/lib/history/state";
import type { Store } from "@/lib/kv/store";
import { createHeadCache } from "./head-cache";
import { createHistoryReader } from "./history-reader";
import { createHistoryWriter } from "./history-writer";
import { createStoreCommands } from "./store-commands";

/** How long a read waits for a write that is under way, in milliseconds. */
const WRITE_WAIT_MS = 250;

/** The histories of players: what no cache can fetch again. */
export type Archive = ReturnType<typeof createArchive>;

/**
 * The archive of a process, in a store that others write to as well.
 *
 * @param now epoch milliseconds
 */
export function createArchive(store: Store, now: () => number = Date.now) {
  const options = { commands: createStoreCommands(store, now), heads: createHeadCache(), now };
  const writer = createHistoryWriter(options);
  const reader = createHistoryReader(options);
  return {
    /**
     * Keeps a snapshot of a player. One that cannot be written stays in memory and is retried. Never throws.
     *
     * @param before the snapshot known until now, if any: it has the titles of games that left the list
     * @param unread rows that could not be read: their games stay as they were
     */
    keep: (player: Player, before: Player | null, unread?: UnreadRows): Promise<void> =>
      writer.write(player.profile.ulid.toLowerCase(), {
        snapshot: stateOf(player),
        titles: removedTitles(player, before),
        ...(unread && { unread }),
      }),
    /**
     * The kept days of a player, including the first and the last, as `2026-11-23`.
     *
     * @param user a ULID in any case
     * @returns null while it cannot be read. Never throws
     */
    async read(user: string, from: string, to: string): Promise<History | null> {
      const ulid = user.toLowerCase();
      await waitAtMost(writer.settled(ulid), WRITE_WAIT_MS);
      return reader.read(ulid, from, to);
    },
  };
}

/** The titles of games that left the list, by id. */
function removedTitles({ games }: Player, before: Player | null): Map<number, string> {
  if (before === null) return new Map();
  const left = new Set(games.map(({ id }) => id));
  return new Map(
    before.games.filter(({ id }) => !left.has(id)).map(({ id, title }) => [id, title]),
  );
}
