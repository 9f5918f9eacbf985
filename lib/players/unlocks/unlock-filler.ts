import type { createLoadLocks } from "@/lib/cache/load-lock";
import { LIMITS } from "@/lib/limits";
import { changeStored } from "@/lib/players/filling/change-stored";
import type { PlayerTotals } from "@/lib/players/filling/totals";
import type { TurnEnd } from "@/lib/players/filling/turns";
import { mergeUnlocks } from "@/lib/unlocks/merge-unlocks";
import { fillingLockKey } from "./keys";
import { readPages, type UnlockCalls } from "./read-pages";
import {
  dueAt,
  emptyHead,
  hasLost,
  hasNews,
  isDue,
  nextYear,
  otherDay,
  type UnlockHead,
  type YearToRead,
} from "./unlock-head";
import type { StoredHead, StoredPart, UnlockStore, UnlockWrites } from "./unlock-store";
import { newsWrites } from "./write-news";
import { yearWrites } from "./write-year";

/** RA may list an unlock some time after it happened: so many seconds are read again. */
const OVERLAP_SECONDS = 600;
/** Another server fills up a player: this one looks again after this time. */
const ELSEWHERE_MS = 30_000;
/** A later version of this site has written the unlocks. */
const FOREIGN_MS = 3_600_000;

interface FillerOptions extends UnlockCalls {
  store: UnlockStore;
  locks: Pick<ReturnType<typeof createLoadLocks>, "acquire">;
  /** The head as it was read a moment ago; null: it was not. */
  peek: (ulid: string) => UnlockHead | null;
  /** Called with each head that was read or written. */
  onHead: (ulid: string, head: UnlockHead | null) => void;
  /** Epoch milliseconds. */
  now: () => number;
}

/**
 * A turn reads what was unlocked since the last one, and with the rest of its calls the next years:
 *
 *     first look   2026 ── 2025 ── 2024 (part) │ crash │ 2024 (from the part's second) ── … ── year of registration
 *     later        news ── … ── news and 2019 again, which was read 30 days ago ── …
 *
 * A year counts once it is read whole: until then it is a part of its own, which is stored at the end of each turn. So a
 * year that is read again loses what RA no longer lists, and a call that fails loses nothing.
 */
export function createUnlockFiller(options: FillerOptions) {
  const { store, locks, onHead, now } = options;

  /** Changes what is stored of a player, from what is there; null: it was not changed. */
  async function change(
    ulid: string,
    first: StoredHead,
    writesOf: (stored: StoredHead) => Promise<UnlockWrites>,
  ): Promise<StoredHead | null> {
    const done = await changeStored(store, ulid, first, writesOf);
    if (done) onHead(ulid, done.head);
    return done;
  }

  /** Reads what the player has unlocked since the last turn. @throws UpstreamError after what was read is stored */
  async function readNews(
    player: PlayerTotals,
    stored: StoredHead,
    head: UnlockHead,
    mayGoOn: () => boolean,
  ): Promise<StoredHead | null> {
    const to = Math.floor(player.checkedAt / 1000);
    const from = head.readTo - OVERLAP_SECONDS;
    const read = await readPages(options, player.ulid, { from, to }, mayGoOn);
    const isWhole = read.next === null;
    const readTo = isWhole ? to : Math.max(head.readTo, (read.next ?? 0) - 1);
    let next: StoredHead | null = stored;
    if (isWhole || readTo > head.readTo) {
      next = await change(player.ulid, stored, (current) =>
        newsWrites(store, player, current.head ?? head, { ...read, readTo, isWhole }, now()),
      );
    }
    if (read.error !== null) throw read.error;
    return next;
  }

  /**
   * Whether RA has no unlock of a year any more, since it answers the same for a player that it does not find. The
   * profile has to have lost the year's points, or RA has to have unlocks of another day.
   *
   * @throws UpstreamError
   */
  async function isEmptyBelieved(ulid: string, head: UnlockHead, year: number): Promise<boolean> {
    if (head.years.every((each) => each.year !== year || each.achievements === 0)) return true;
    if (hasLost(head, year)) return true;
    const other = otherDay(head, year);
    if (!other) return false;
    const { unlocks, error } = await readPages(options, ulid, other, once());
    if (error !== null) throw error;
    return unlocks.length > 0;
  }

  /** Reads some calls of a year. @throws UpstreamError after what was read is stored */
  async function readYear(
    player: PlayerTotals,
    stored: StoredHead,
    head: UnlockHead,
    step: YearToRead,
    before: StoredPart | null,
    mayGoOn: () => boolean,
  ): Promise<StoredHead | null> {
    const { ulid } = player;
    const { year, from, to } = step;
    const { part, names } = before ?? {
      part: { year, startedAt: now(), next: from, to, unlocks: [] },
      names: [],
    };
    const read = await readPages(options, ulid, { from: part.next, to: part.to }, mayGoOn);
    const all = {
      unlocks: mergeUnlocks(part.unlocks, read.unlocks),
      names: [...names, ...read.names],
    };
    let next: StoredHead | null = stored;
    if (read.next === null) {
      const isBelieved = all.unlocks.length > 0 || (await isEmptyBelieved(ulid, head, year));
      next = await change(ulid, stored, (current) =>
        yearWrites(store, ulid, current.head ?? head, part, all, isBelieved, now()),
      );
    } else if (read.next > part.next) {
      const grown = { part: { ...part, next: read.next, unlocks: all.unlocks }, names: all.names };
      // Another server that has written meanwhile has not read this part: it would be lost.
      next = await change(ulid, stored, async (current) => ({
        ...(!current.head && { head }),
        part: grown,
      }));
    }
    if (read.error !== null) throw read.error;
    return next;
  }

  function settled(head: UnlockHead | null): TurnEnd {
    return { settledUntil: head ? dueAt(head) : Number.POSITIVE_INFINITY };
  }

  return {
    /**
     * Takes a player's turn.
     *
     * @param mayBegin whether a player of whom nothing is known is filled up
     * @param mayGoOn is asked before each call to RA
     * @throws UpstreamError, StoreFailed; what was read before is stored
     */
    async takeTurn(
      player: PlayerTotals,
      mayBegin: boolean,
      mayGoOn: () => boolean,
    ): Promise<TurnEnd> {
      const { ulid } = player;
      let calls = 0;
      const mayCall = () => {
        const isGranted = calls < LIMITS.fillingCallsATurn && mayGoOn();
        if (isGranted) calls++;
        return isGranted;
      };
      const seen = options.peek(ulid);
      if (seen && !hasNews(seen, player) && !nextYear(seen, now())) return settled(seen);
      let stored: StoredHead | null = await store.readHead(ulid);
      if (stored.isForeign) return { settledUntil: now() + FOREIGN_MS };
      onHead(ulid, stored.head);
      if (!stored.head && !mayBegin) return settled(null);
      if (stored.head && hasNews(stored.head, player)) {
        stored = await readNews(player, stored, stored.head, mayCall);
        if (!stored?.head) return { settledUntil: now() + ELSEWHERE_MS };
        if (hasNews(stored.head, player)) return "more";
      }
      if (stored.head && !nextYear(stored.head, now())) return settled(stored.head);
      const held = await locks.acquire(fillingLockKey(ulid));
      if (!held) return { settledUntil: now() + ELSEWHERE_MS };
      try {
        // Another server may have held the lock until now.
        const { stored: current, part } = await store.readAll(ulid);
        let [next, before]: [StoredHead | null, StoredPart | null] = [current, part];
        while (next) {
          const head: UnlockHead = next.head ?? emptyHead(player, now());
          const step = nextYear(head, now());
          if (!step) return settled(head);
          // A year that is begun late is mostly stored twice: as a part, and whole.
          if (calls >= LIMITS.fillingCallsATurn / 2 || !mayGoOn()) return "more";
          const isUsable =
            before?.part.year === step.year && !isDue(head, before.part.startedAt, now());
          next = await readYear(player, next, head, step, isUsable ? before : null, mayCall);
          before = null;
        }
        return { settledUntil: now() + ELSEWHERE_MS };
      } finally {
        await held.release();
      }
    },
  };
}

/** Lets one call be made. */
function once(): () => boolean {
  let isFirst = true;
  return () => {
    const isGranted = isFirst;
    isFirst = false;
    return isGranted;
  };
}
