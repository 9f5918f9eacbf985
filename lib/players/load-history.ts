import "server-only";
import { LRUCache } from "lru-cache";
import { CACHE_TIMES } from "@/lib/cache-times";
import { DAY_MS, utcDayOf } from "@/lib/domain/days";
import type { Player } from "@/lib/domain/player";
import type { History } from "@/lib/history/history";
import { type HistoryQuery, readHistoryQuery } from "@/lib/history/history-query";
import type { Durability } from "@/lib/kv/store";
import { LIMITS } from "@/lib/limits";
import { madeUpHistory } from "@/lib/retroachievements";
import { sharedArchive, sharedStore } from "./load-player";
import { waitForStore } from "./wait-for-store";
import { warmUpPlayer } from "./warm-up-player";

/** A player's history as views get it. */
export interface LoadedHistory {
  /** Null: it cannot be read now. */
  history: History | null;
  /** Whether this site keeps histories, and why not. */
  keeping: Durability;
  /** Changes whenever this history does: for `viewRevision`. */
  revision: string;
}

/** The days of a history that a view shows, first and last included, as `2026-11-23`. */
export interface HistoryRange {
  from: string;
  to: string;
}

const recent = new LRUCache<string, History>({
  ttl: CACHE_TIMES.history.seconds * 1000,
  maxSize: LIMITS.historyGamesInMemory,
  sizeCalculation: ({ days }) => days.reduce((size, { games }) => size + games.length + 1, 1),
});

/**
 * Loads some days of a player's history: the only way from a view to a history. Demo players have a made-up one. Never
 * throws, and never takes long: what does not come in time is null.
 */
export async function loadHistory(player: Player, range: HistoryRange): Promise<LoadedHistory> {
  const madeUp = warmUpPlayer(player.profile.ulid)?.history ?? madeUpHistory(player);
  if (madeUp) return loaded(between(madeUp, range), { kept: true });
  const { ulid } = player.profile;
  const [history, keeping] = await Promise.all([
    waitForStore(ulid, () => read(player, range)),
    waitForStore(ulid, () => sharedStore().durability()),
  ]);
  // A store that does not answer has nothing against keeping.
  return loaded(history.found, keeping.found ?? { kept: true });
}

/**
 * Loads the part of a player's history that `year=` or `month=` asks for, as {@link loadHistory} does: for its page, and
 * for the proxy that decides the headers of that page.
 */
export async function loadAskedHistory(
  player: Player,
  given: { year?: string | undefined; month?: string | undefined },
): Promise<LoadedHistory & { query: HistoryQuery }> {
  const today = utcDayOf(player.checkedAt);
  const newest = await loadHistory(player, readHistoryQuery({}, today, today));
  const start = utcDayOf(newest.history?.startedAt ?? player.checkedAt);
  const query = readHistoryQuery(given, start, today);
  return { query, ...(query.year === null ? newest : await loadHistory(player, query)) };
}

async function read(player: Player, { from, to }: HistoryRange): Promise<History | null> {
  const { ulid } = player.profile;
  const key = [ulid, player.checkedAt, from, to].join(" ");
  const known = recent.get(key);
  if (known) return known;
  const history = await sharedArchive().read(ulid, from, to);
  if (history) recent.set(key, history);
  return history;
}

/** The range of the newest days of a history, up to the day on which RA was asked. */
export function newestDays(count: number, { checkedAt }: Pick<Player, "checkedAt">): HistoryRange {
  return { from: utcDayOf(checkedAt - (count - 1) * DAY_MS), to: utcDayOf(checkedAt) };
}

function loaded(history: History | null, keeping: Durability): LoadedHistory {
  const last = history?.days.at(-1);
  const revision = history
    ? [history.startedAt, history.days.length, last?.checkedAt, history.unreadable.length]
    : [];
  return { history, keeping, revision: [...revision, keeping.kept].join(".") };
}

function between(history: History, { from, to }: HistoryRange): History {
  return { ...history, days: history.days.filter(({ day }) => day >= from && day <= to) };
}
