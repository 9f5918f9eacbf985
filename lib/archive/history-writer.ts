import { LRUCache } from "lru-cache";
import { createKeyedQueue } from "@/lib/async/keyed-queue";
import { utcDayOf } from "@/lib/domain/days";
import { keyPages } from "@/lib/kv/store";
import { LIMITS } from "@/lib/limits";
import { type HistoryOutcome, observe, observeError } from "@/lib/observe/observe";
import { StoreFailed } from "@/lib/observe/store-guard";
import type { HistoryOptions } from "./head-cache";
import { dayKey, dayOfKey, headKey } from "./keys";
import { type CommitStep, nextStep, type PendingSnapshot, type View } from "./next-step";
import { createPendingSnapshots } from "./pending-snapshots";
import { PlayerRemoved } from "./store-commands";
import { dayEnvelope, type StoredDay } from "./stored-day";
import { headEnvelope } from "./stored-head";
import { contentOf, decodeValue, encodeValue, type StoredValue } from "./stored-value";

/** A failed write is retried after this time, then after twice as long each time … */
const RETRY_MS = 15_000;
/** … up to this. */
const MAX_RETRY_MS = 300_000;
/** A snapshot takes at most four commands, and a few more for each competing writer. */
const MAX_STEPS = 60;

/**
 * Writes snapshots into a store to which other processes write too: `next-step.ts` says how they agree. Within the
 * process the snapshots of a player are written one after another. Each is kept in memory until the store has it, so a
 * store that fails for a while, or halfway, loses nothing.
 *
 *     snapshot ──▶ pending ──▶ steps ──▶ kept: dropped
 *                     ▲          │
 *                     └──────────┘  the store failed: again with the player's next snapshot, or after 15 s, 30 s, …
 *
 * A player without changes costs no command: what was written last is in memory, and it is the same.
 */
export function createHistoryWriter({ commands, heads, now }: HistoryOptions) {
  const pendingSnapshots = createPendingSnapshots();
  /** The open day of players, as this process saw it last. */
  const openDays = new LRUCache<string, { day: string; seen: StoredValue<StoredDay> }>({
    maxSize: LIMITS.historyGamesInMemory,
    sizeCalculation: ({ seen }) => (contentOf(seen)?.record.games.length ?? 0) + 1,
  });
  const turns = createKeyedQueue(LIMITS.historyGamesWaiting);
  let isRetryDue = false;
  const started = { day: "", count: 0 };

  async function read(ulid: string, day: string, view: View): Promise<void> {
    if (view.head !== undefined) {
      view.days.set(day, decodeValue(dayEnvelope, await commands.get(dayKey(ulid, day))));
      return;
    }
    const [head, record] = await commands.getMany([headKey(ulid), dayKey(ulid, day)]);
    view.head = decodeValue(headEnvelope, head);
    view.days.set(day, decodeValue(dayEnvelope, record));
  }

  async function list(ulid: string): Promise<string[]> {
    const found = new Set<string>();
    for await (const keys of keyPages(commands, `${headKey(ulid)}:`)) {
      for (const key of keys) {
        const day = dayOfKey(ulid, key);
        if (day !== null) found.add(day);
      }
    }
    return [...found].sort();
  }

  async function commit(ulid: string, { head, days }: CommitStep, view: View): Promise<void> {
    const newHead = head && encodeValue(headEnvelope, head);
    const newDays = days.map((day) => [day.record.day, encodeValue(dayEnvelope, day)] as const);
    const writes = newDays.map(([day, { text }]) => ({
      key: dayKey(ulid, day),
      expected: view.days.get(day)?.text ?? null,
      value: text,
    }));
    if (newHead) {
      const expected = view.head?.text ?? null;
      writes.unshift({ key: headKey(ulid), expected, value: newHead.text });
    }
    if (await commands.commit(writes)) {
      if (newHead) view.head = newHead;
      for (const [day, seen] of newDays) view.days.set(day, seen);
    } else {
      // Another process has written: read again what it may have changed.
      delete view.head;
      delete view.listed;
      for (const [day, seen] of view.days) {
        const stored = contentOf(seen);
        if (!stored?.isClosed || stored.isLate) view.days.delete(day);
      }
    }
  }

  /** Writes one snapshot. @throws StoreFailed, PlayerRemoved */
  async function keep(ulid: string, pending: PendingSnapshot): Promise<HistoryOutcome> {
    const view = recall(ulid);
    for (let steps = 0; steps < MAX_STEPS; steps++) {
      const step = nextStep(view, pending);
      if (step.kind === "end") {
        remember(ulid, view);
        return step.how;
      }
      if (step.kind === "read") await read(ulid, step.day, view);
      else if (step.kind === "list") view.listed = await list(ulid);
      else if (!(step.head && view.head === null)) await commit(ulid, step, view);
      else if (!(await start(ulid, step, view))) return "refused";
    }
    throw new StoreFailed("Other processes write this history all the time.");
  }

  /**
   * Starts a history. Strangers can name any player, and histories have no expiry, so their number per day is bounded.
   * One that the store did not take does not count, however often it is retried.
   *
   * @returns whether the bound allows it
   * @throws StoreFailed, PlayerRemoved
   */
  async function start(ulid: string, step: CommitStep, view: View): Promise<boolean> {
    const today = utcDayOf(now());
    if (started.day !== today) Object.assign(started, { day: today, count: 0 });
    if (started.count >= LIMITS.historiesBegunADay) return false;
    started.count++;
    try {
      await commit(ulid, step, view);
    } catch (error) {
      started.count--;
      throw error;
    }
    return true;
  }

  /** What this process saw last. It is dropped until the snapshot is written: a command may fail halfway. */
  function recall(ulid: string): View {
    const head = heads.get(ulid)?.head;
    const open = openDays.get(ulid);
    openDays.delete(ulid);
    if (!head || !open) return { days: new Map() };
    return { head, days: new Map([[open.day, open.seen]]) };
  }

  function remember(ulid: string, { head, days }: View): void {
    const day = contentOf(head)?.openDay;
    if (!head || day === undefined || !days.has(day)) return;
    heads.set(ulid, { head, seenAt: now() });
    openDays.set(ulid, { day, seen: days.get(day) ?? null });
  }

  /** Writes all pending snapshots of a player, the oldest first. @returns whether the store took them */
  async function writeAll(ulid: string): Promise<boolean> {
    for (;;) {
      const pending = pendingSnapshots.first(ulid);
      if (!pending) return true;
      const startedAt = performance.now();
      const observeEnd = (outcome: HistoryOutcome) =>
        observe({ type: "history", outcome, milliseconds: performance.now() - startedAt });
      try {
        observeEnd(await keep(ulid, pending));
        pendingSnapshots.drop(ulid, pending);
      } catch (error) {
        const isRemoved = error instanceof PlayerRemoved;
        observeEnd(isRemoved ? "removed" : "failed");
        if (error instanceof StoreFailed) return false;
        // A retry would fail in the same way.
        if (!isRemoved) observeError(error, "history");
        pendingSnapshots.drop(ulid, pending);
      }
    }
  }

  const writeInTurn = (ulid: string) =>
    turns.isFull() ? Promise.resolve(false) : turns.run(ulid, () => writeAll(ulid));

  function retryAfter(milliseconds: number): void {
    isRetryDue = true;
    const retry = async () => {
      for (const ulid of pendingSnapshots.players()) {
        if (await writeInTurn(ulid)) continue;
        return retryAfter(Math.min(milliseconds * 2, MAX_RETRY_MS));
      }
      isRetryDue = false;
    };
    setTimeout(() => void retry(), milliseconds).unref();
  }

  return {
    /** Writes a snapshot. Resolves when the store has it, or has failed: then it is retried. Never throws. */
    async write(ulid: string, pending: PendingSnapshot): Promise<void> {
      pendingSnapshots.add(ulid, pending);
      if (!(await writeInTurn(ulid)) && !isRetryDue) retryAfter(RETRY_MS);
    },
    /** Resolves when no write of a player is under way. Never throws. */
    settled: (ulid: string) => turns.settled(ulid),
  };
}
