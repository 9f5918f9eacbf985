import { LRUCache } from "lru-cache";
import { CACHE_TIMES } from "@/lib/cache-times";
import { millisecondsSince } from "@/lib/domain/stored-time";
import { rebased } from "@/lib/history/day-record";
import type { History } from "@/lib/history/history";
import { LIMITS } from "@/lib/limits";
import type { HistoryOptions } from "./head-cache";
import { dayKey, headKey } from "./keys";
import { dayEnvelope, type StoredDay } from "./stored-day";
import { type Head, headEnvelope } from "./stored-head";
import { contentOf, decodeValue, type StoredValue } from "./stored-value";

/** Reads what `history-writer.ts` wrote. Closed days never change: an LRU keeps them in memory. */
export function createHistoryReader({ commands, heads, now }: HistoryOptions) {
  const closedDays = new LRUCache<string, StoredDay>({
    maxSize: LIMITS.historyGamesInMemory,
    sizeCalculation: ({ record }) => record.games.length + 1,
  });

  async function readHead(ulid: string): Promise<StoredValue<Head>> {
    const cached = heads.get(ulid);
    if (cached && millisecondsSince(cached.seenAt, now()) < CACHE_TIMES.historyHead.seconds * 1000)
      return cached.head;
    const text = await commands.get(headKey(ulid));
    const head =
      cached?.head && cached.head.text === text ? cached.head : decodeValue(headEnvelope, text);
    if (head) heads.set(ulid, { head, seenAt: now() });
    return head;
  }

  /** Stored days, in the order of `days`; undefined: there is none. Null: it cannot be read. */
  async function readDays(ulid: string, days: string[]): Promise<(StoredDay | null | undefined)[]> {
    const keys = days.map((day) => dayKey(ulid, day));
    const missing = keys.filter((key) => !closedDays.has(key));
    const texts = missing.length > 0 ? await commands.getMany(missing) : [];
    const found = new Map(missing.map((key, at) => [key, decodeValue(dayEnvelope, texts[at])]));
    return keys.map((key) => {
      const seen = found.get(key);
      if (seen === null) return undefined;
      const stored = contentOf(seen) ?? closedDays.get(key) ?? null;
      if (stored?.isClosed && !stored.isLate) closedDays.set(key, stored);
      return stored;
    });
  }

  return {
    /**
     * Some days of a player, including the first and the last, as `2026-11-23`.
     *
     * @param ulid in lower case
     * @returns null while the store does not answer, or if the head cannot be read. Never throws
     */
    async read(ulid: string, from: string, to: string): Promise<History | null> {
      try {
        const seen = await readHead(ulid);
        const history: History = { startedAt: null, days: [], unreadable: [] };
        if (seen === null) return history;
        const head = contentOf(seen);
        if (head === null) return null;
        history.startedAt = head.startedAt;
        const all = [...head.days, head.openDay];
        const first = all.findIndex((day) => day >= from);
        if (first === -1) return history;
        // One more: a late day before the first one is where that begins.
        const days = all.slice(Math.max(0, first - 1)).filter((day) => day <= to);
        let before: StoredDay | null | undefined;
        for (let at = 0; at < days.length; at += LIMITS.historyDaysAtOnce) {
          const some = days.slice(at, at + LIMITS.historyDaysAtOnce);
          for (const [place, stored] of (await readDays(ulid, some)).entries()) {
            const day = some[place] ?? "";
            if (stored === null && day >= from) history.unreadable.push(day);
            if (stored && day >= from) {
              const { record } = stored;
              history.days.push(before?.isLate ? rebased(record, before.record) : record);
            }
            before = stored;
          }
        }
        return history;
      } catch {
        return null;
      }
    },
  };
}
