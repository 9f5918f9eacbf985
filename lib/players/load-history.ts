import "server-only";
import { LRUCache } from "lru-cache";
import pTimeout from "p-timeout";
import { CACHE_TIMES } from "@/lib/cache-times";
import { DAY_MS, utcDayOf } from "@/lib/domain/days";
import type { Player } from "@/lib/domain/player";
import type { History } from "@/lib/history/history";
import { type HistoryQuery, readHistoryQuery } from "@/lib/history/history-query";
import type { Durability } from "@/lib/kv/store";
import { LIMITS } from "@/lib/limits";
import { outsideRequest } from "@/lib/outside-request";
import { madeUpHistory } from "@/lib/retroachievements";
import { sharedArchive, sharedStore } from "./load-player";

/** A view waits no longer than this for a history. */
const WAIT_MS = 800;

/** What views are told of a player's history. */
export interface LoadedHistory {
  /** Null: it cannot be told now. */
  history: History | null;
  /** Whether this site keeps histories, and why not. */
  keeping: Durability;
  /** What has changed when this has: for entity tags, and for answers that are kept. */
  state: string;
}

/** Which days of a history are asked for, the first and the last among them, as `2026-11-23`. */
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
 * What is kept of some days of a player: the only way from a view to a history. Of demo players it is made
 * up. Never throws, and never takes long: what cannot be had in time is not told.
 */
export async function loadHistory(player: Player, range: HistoryRange): Promise<LoadedHistory> {
  const madeUp = madeUpHistory(player);
  if (madeUp) return loaded(between(madeUp, range), { kept: true });
  const [history, keeping] = await outsideRequest(() =>
    Promise.all([
      inTime(read(player, range), null),
      // A store that does not answer has nothing against keeping.
      inTime<Durability>(sharedStore().durability(), { kept: true }),
    ]),
  );
  return loaded(history, keeping);
}

/**
 * The part of a player's history that is asked for by `year=` or `month=`, as {@link loadHistory} gives it: what its
 * page is made from, and what whoever answers with that page has to know before.
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

/** The newest days of a history, so many, up to the day on which RA was asked. */
export function newestDays(count: number, { checkedAt }: Pick<Player, "checkedAt">): HistoryRange {
  return { from: utcDayOf(checkedAt - (count - 1) * DAY_MS), to: utcDayOf(checkedAt) };
}

function loaded(history: History | null, keeping: Durability): LoadedHistory {
  const last = history?.days.at(-1);
  const state = history
    ? [history.startedAt, history.days.length, last?.checkedAt, history.unreadable.length]
    : [];
  return { history, keeping, state: [...state, keeping.kept].join(".") };
}

function between(history: History, { from, to }: HistoryRange): History {
  return { ...history, days: history.days.filter(({ day }) => day >= from && day <= to) };
}

function inTime<Result>(asked: Promise<Result>, otherwise: Result): Promise<Result> {
  return pTimeout(asked, { milliseconds: WAIT_MS, fallback: () => otherwise }).catch(
    () => otherwise,
  );
}
