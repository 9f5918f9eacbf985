import type { Player, UnreadRows } from "@/lib/domain/player";
import type { History } from "@/lib/history/history";
import { stateOf } from "@/lib/history/state";
import type { Store } from "@/lib/kv/store";
import { createHistoryReader } from "./history-reader";
import { createHistoryWriter } from "./history-writer";
import { createKnownHeads } from "./known-heads";
import { createStoreCommands } from "./store-commands";

/** Whoever looks at a history waits so long, in milliseconds, for what is just being written to it. */
const WRITTEN_MS = 250;

/** What is kept of players for good: what no cache can get back. */
export interface Archive {
  /**
   * Keeps a player as they stand now. What cannot be written is kept in memory and tried again. Never throws.
   *
   * @param before as they were known until now, if they were: it tells the titles of games that left the list
   * @param unread rows that could not be read: their games stay as they were
   */
  keep(player: Player, before: Player | null, unread?: UnreadRows): Promise<void>;
  /**
   * What is kept of some days of a player, the first and the last among them, as `2026-11-23`.
   *
   * @param ulid in any case
   * @returns null while it cannot be read. Never throws
   */
  read(ulid: string, from: string, to: string): Promise<History | null>;
}

/**
 * The archive of a process, in a store that others write to as well.
 *
 * @param now epoch milliseconds
 */
export function createArchive(store: Store, now: () => number = Date.now): Archive {
  const options = { commands: createStoreCommands(store, now), heads: createKnownHeads(), now };
  const writer = createHistoryWriter(options);
  const reader = createHistoryReader(options);
  return {
    keep: (player, before, unread) =>
      writer.write(player.profile.ulid.toLowerCase(), {
        state: stateOf(player),
        titles: titlesOfThoseGone(player, before),
        ...(unread && { unread }),
      }),
    async read(user, from, to) {
      const ulid = user.toLowerCase();
      await Promise.race([writer.settled(ulid), wait(WRITTEN_MS)]);
      return reader.read(ulid, from, to);
    },
  };
}

function titlesOfThoseGone({ games }: Player, before: Player | null): Map<number, string> {
  if (before === null) return new Map();
  const left = new Set(games.map(({ id }) => id));
  return new Map(
    before.games.filter(({ id }) => !left.has(id)).map(({ id, title }) => [id, title]),
  );
}

const wait = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
