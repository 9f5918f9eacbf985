import type { CachedSource } from "@/lib/cache/cached-source";
import type { Entry, Fetched } from "@/lib/cache/entry";
import type { LimitedCalls } from "@/lib/cache/limited-calls";
import type { TieredCache } from "@/lib/cache/tiered-cache";
import type { FetchedPlayer, RetroAchievements } from "@/lib/retroachievements/retroachievements";
import type { EmptyLists } from "./empty-lists";
import type { PlayerNames } from "./player-names";
import { callsToReadWhole, FIRST_CALLS, wasReadWhole } from "./read-whole";

/**
 * For checks the whole list may be this many times as old: of checks that are a day apart every second one reads all,
 * whichever of them comes some minutes earlier than the one before.
 */
const CHECKED_WHOLE_TIMES = 1.5;

/** What came of a check. */
export interface Checked {
  /**
   * `same`: RA had nothing new, in one small call. `read`: the player was read again, or loaded. `known`: RA was asked
   * late enough already, by a visitor or another server. `elsewhere`: another server is asking now.
   */
  outcome: "same" | "read" | "known" | "elsewhere";
  /** When RA was last asked about the player, as far as is known, in epoch milliseconds. */
  checkedAt: number;
}

interface DailyCheckOptions {
  source: CachedSource<FetchedPlayer>;
  values: TieredCache<FetchedPlayer>;
  names: PlayerNames;
  emptyLists: EmptyLists;
  calls: LimitedCalls;
  upstream: Pick<RetroAchievements, "hasNews">;
  /** The most calls to RA in any minute, all servers together. */
  callsPerMinute: number;
  /** Epoch milliseconds. */
  now: () => number;
}

/**
 * Makes the check of a player without a visitor, by a user in lower case.
 *
 * @returns `PlayerCache.check`
 */
export function createDailyCheck(options: DailyCheckOptions) {
  const { source, values, names, emptyLists, calls, upstream, callsPerMinute, now } = options;
  const { isSince } = values.freshness;

  const asKnown = ({ fetchedAt }: Entry<FetchedPlayer>): Checked => ({
    outcome: "known",
    checkedAt: fetchedAt,
  });

  /** What is known of a player, dated now, if one small call shows nothing else; null if it cannot show that. */
  async function probeUnchanged({ id, value }: Entry<FetchedPlayer>) {
    const { player } = value;
    const isWhole = wasReadWhole(value, now(), CHECKED_WHOLE_TIMES);
    if (!isWhole || player.games.length === 0 || !(await names.nameStillMatches(player))) {
      return null;
    }
    let fetchedAt = 0;
    const hasNews = await calls.callInBackground(player.profile.ulid, () => {
      fetchedAt = now();
      return upstream.hasNews(value);
    });
    const unchanged = { ...value, player: { ...player, checkedAt: fetchedAt } };
    return hasNews ? null : { id, value: unchanged, fetchedAt };
  }

  /** Reads a player again. All calls that it is likely to take are granted beforehand, as far as they can be. */
  async function refetch(entry: Entry<FetchedPlayer>): Promise<Fetched<FetchedPlayer>> {
    const most = Math.floor(callsPerMinute / 2);
    const wanted = wasReadWhole(entry.value, now()) ? 0 : callsToReadWhole(entry.value);
    const granted = Math.max(FIRST_CALLS, Math.min(wanted, most));
    await calls.acquireInBackground(granted);
    return source.refetch(entry.id, entry.id, entry, granted);
  }

  /** Takes the lock of a refresh, so that one that a visitor starts finds what comes of this. */
  async function recheck(entry: Entry<FetchedPlayer>, since: number): Promise<Checked> {
    let checked = asKnown(entry);
    const updated = await source.update(entry.id, async () => {
      // A hidden player is fetched by the normal path.
      const shown = names.find(entry.id);
      if (shown && (isSince(shown, since) || emptyLists.isSuspect(shown))) {
        checked = asKnown(shown);
        return null;
      }
      const unchanged = shown && (await probeUnchanged(shown));
      const fetched = unchanged ?? (await refetch(shown ?? entry));
      checked = { outcome: unchanged ? "same" : "read", checkedAt: fetched.fetchedAt };
      return fetched;
    });
    if (updated === "locked") return { ...asKnown(entry), outcome: "elsewhere" };
    // Serverless functions may freeze after the response: wait for all writes.
    await updated?.behind?.handedOn;
    return checked;
  }

  return async (user: string, since: number): Promise<Checked> => {
    if (!names.find(user)) await names.readFromStore(user);
    const entry = names.find(user);
    if (entry) return isSince(entry, since) ? asKnown(entry) : recheck(entry, since);
    const loaded = await source.loadInBackground(user);
    return { ...asKnown(loaded.entry), ...(loaded.behind && { outcome: "read" as const }) };
  };
}
