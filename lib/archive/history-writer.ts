import { LRUCache } from "lru-cache";
import { utcDayOf } from "@/lib/domain/days";
import { LIMITS } from "@/lib/limits";
import { type HistoryOutcome, observe, observeError } from "@/lib/observe/observe";
import { dayKey, dayOfKey, headKey } from "./keys";
import type { KnownHeads } from "./known-heads";
import { type Arriving, type Exchange, nextStep, type View } from "./next-step";
import { contentOf, type Seen, see } from "./seen";
import { PlayerRemoved, type StoreCommands, StoreFailed } from "./store-commands";
import { dayEnvelope, type StoredDay } from "./stored-day";
import { headEnvelope } from "./stored-head";
import { createWaitingStates } from "./waiting-states";

/** What could not be written is tried again after so long, and then after twice as long each time … */
const TRY_AGAIN_MS = 15_000;
/** … up to this. */
const TRY_AGAIN_LATER_MS = 300_000;
/** A state gets in by at most seven commands, and a few more for each writer who comes in between. */
const MAX_STEPS = 60;

/** Writes histories. */
export interface HistoryWriter {
  /** Takes a state in, and ends when the store has it, or has failed: then it is tried again. Never throws. */
  write(ulid: string, arriving: Arriving): Promise<void>;
  /** Ends when nothing of a player is being written. Never throws. */
  settled(ulid: string): Promise<void>;
}

interface HistoryWriterOptions {
  commands: StoreCommands;
  heads: KnownHeads;
  /** Epoch milliseconds. */
  now: () => number;
}

/**
 * Writes states into a store to which other processes write too: `next-step.ts` tells how they do not get into each
 * other's way. Within the process the states of a player go one after the other. Each waits in memory until the
 * store has it, so a store that fails for a while, or in the middle of it, loses nothing.
 *
 *     state ──▶ waiting ──▶ steps ──▶ kept: forgotten
 *                  ▲          │
 *                  └──────────┘  the store failed: again with the player's next state, or after 15 s, 30 s, …
 *
 * A player with nothing new costs no command: what was written last is in memory, and it is the same.
 */
export function createHistoryWriter({ commands, heads, now }: HistoryWriterOptions): HistoryWriter {
  const waiting = createWaitingStates();
  /** The open day of players, as this process saw it last. */
  const openDays = new LRUCache<string, { day: string; seen: Seen<StoredDay> }>({
    maxSize: LIMITS.historyGamesInMemory,
    sizeCalculation: ({ seen }) => (contentOf(seen)?.record.games.length ?? 0) + 1,
  });
  const turns = new Map<string, Promise<boolean>>();
  let isRetryDue = false;
  const begun = { day: "", count: 0 };

  async function read(ulid: string, day: string, view: View): Promise<void> {
    if (view.head !== undefined) {
      view.days.set(day, see(dayEnvelope, await commands.get(dayKey(ulid, day))));
      return;
    }
    const [head, record] = await commands.getMany([headKey(ulid), dayKey(ulid, day)]);
    view.head = see(headEnvelope, head);
    view.days.set(day, see(dayEnvelope, record));
  }

  async function list(ulid: string): Promise<string[]> {
    const found = new Set<string>();
    let cursor: string | null = null;
    do {
      const from: string | null = cursor;
      const page = await commands.keys(`${headKey(ulid)}:`, from);
      for (const key of page.keys) {
        const day = dayOfKey(ulid, key);
        if (day !== null) found.add(day);
      }
      cursor = page.cursor;
    } while (cursor !== null);
    return [...found].sort();
  }

  async function exchange(ulid: string, step: Exchange, view: View): Promise<void> {
    const { at, expected, value } = step;
    if (at !== "head") {
      const current = await commands.exchange(dayKey(ulid, at.day), expected, value);
      view.days.set(at.day, see(dayEnvelope, current));
      // Whoever wrote that may have written the head as well: an import does, without another day beginning.
      if (current !== value) delete view.head;
      return;
    }
    const current = await commands.exchange(headKey(ulid), expected, value);
    view.head = see(headEnvelope, current);
    delete view.listed;
    const openDay = contentOf(view.head)?.openDay;
    // Nobody has written to a day that was opened just now.
    if (current === value && openDay !== undefined && !view.days.has(openDay)) {
      view.days.set(openDay, null);
    }
  }

  /** Takes a state to its end. @throws StoreFailed */
  async function keep(ulid: string, arriving: Arriving): Promise<HistoryOutcome> {
    const view = recall(ulid);
    for (let steps = 0; steps < MAX_STEPS; steps++) {
      const step = nextStep(view, arriving);
      if (step.kind === "end") {
        remember(ulid, view);
        return step.how;
      }
      if (step.kind === "read") await read(ulid, step.day, view);
      else if (step.kind === "list") view.listed = await list(ulid);
      else if (!isBeginning(step)) await exchange(ulid, step, view);
      else if (!(await begin(ulid, step, view))) return "refused";
    }
    throw new StoreFailed("Others write this history all the time.");
  }

  /**
   * Begins a history. Strangers can name any player, and each is kept for good: so many new ones a day are enough. One that
   * the store did not take is none of them, however often it is tried.
   *
   * @returns whether there may be one more
   * @throws StoreFailed
   */
  async function begin(ulid: string, step: Exchange, view: View): Promise<boolean> {
    const today = utcDayOf(now());
    if (begun.day !== today) Object.assign(begun, { day: today, count: 0 });
    if (begun.count >= LIMITS.historiesBegunADay) return false;
    begun.count++;
    try {
      await exchange(ulid, step, view);
    } catch (error) {
      begun.count--;
      throw error;
    }
    return true;
  }

  /** What this process saw last. It is forgotten until a state has come to its end: a command may fail in between. */
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

  /** Writes all that waits of a player, the oldest first. @returns whether the store took it */
  async function writeAll(ulid: string): Promise<boolean> {
    for (;;) {
      const arriving = waiting.first(ulid);
      if (!arriving) return true;
      const started = performance.now();
      const tell = (outcome: HistoryOutcome) =>
        observe({ type: "history", outcome, milliseconds: performance.now() - started });
      try {
        tell(await keep(ulid, arriving));
        waiting.drop(ulid, arriving);
      } catch (error) {
        const isRemoved = error instanceof PlayerRemoved;
        tell(isRemoved ? "removed" : "failed");
        if (error instanceof StoreFailed) return false;
        // It would be no different the next time.
        if (!isRemoved) observeError(error, "history");
        waiting.drop(ulid, arriving);
      }
    }
  }

  /** After what is being written of the player already. */
  function inTurn(ulid: string): Promise<boolean> {
    const turn = (turns.get(ulid) ?? Promise.resolve(true)).then(() => writeAll(ulid));
    turns.set(ulid, turn);
    return turn.finally(() => {
      if (turns.get(ulid) === turn) turns.delete(ulid);
    });
  }

  function tryAgain(after: number): void {
    isRetryDue = true;
    const all = async () => {
      for (const ulid of waiting.players()) {
        if (!(await inTurn(ulid))) return tryAgain(Math.min(after * 2, TRY_AGAIN_LATER_MS));
      }
      isRetryDue = false;
    };
    setTimeout(() => void all(), after).unref();
  }

  return {
    async write(ulid, arriving) {
      waiting.add(ulid, arriving);
      if (!(await inTurn(ulid)) && !isRetryDue) tryAgain(TRY_AGAIN_MS);
    },
    async settled(ulid) {
      await turns.get(ulid);
    },
  };
}

function isBeginning({ at, expected }: Exchange): boolean {
  return at === "head" && expected === null;
}
