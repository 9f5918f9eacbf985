import type { createLoadLocks } from "@/lib/cache/load-lock";
import { LIMITS } from "@/lib/limits";
import { changeStored } from "@/lib/players/filling/change-stored";
import type { TurnEnd } from "@/lib/players/filling/turns";
import { mergeTimes, withAll, withPage, withTimes } from "./apply-times";
import { timesLockKey } from "./keys";
import { changedGames, type PlayerToTime, readPage, type TimeCalls } from "./read-times";
import type { StoredHead, TimeStore, TimeWrites } from "./time-store";
import {
  dueAt,
  emptyHead,
  emptyPart,
  hasNews,
  isUsable,
  mayAskV2,
  nextStep,
  type TimeRow,
  type TimesHead,
  type TimesPart,
  type TimesSource,
} from "./times-head";
import { createV2Failures } from "./v2-failures";

/** RA may list an unlock some time after it happened: so many seconds are read again. */
const OVERLAP_SECONDS = 600;
/** A refresh that takes more pages of a list than this is none: everything is read again. */
const REFRESH_PAGES = LIMITS.fillingCallsATurn / 2;
/** Another server reads a player's times: this one looks again after this time. */
const ELSEWHERE_MS = 30_000;
/** A later version of this site has written the times. */
const FOREIGN_MS = 3_600_000;

interface FillerOptions extends TimeCalls {
  store: TimeStore;
  locks: Pick<ReturnType<typeof createLoadLocks>, "acquire">;
  /** The head, as it was read a moment ago or is stored; null: there is none. @throws StoreFailed */
  load: (ulid: string) => Promise<TimesHead | null>;
  /** Called with each head that was read or written. */
  onHead: (ulid: string, head: TimesHead | null) => void;
  /** Epoch milliseconds. */
  now: () => number;
}

/** What a refresh has read. */
interface News extends Pick<TimesHead, "newestPlayedAt" | "newestUnlockAt"> {
  rows: TimeRow[];
}

/** Why a refresh has read nothing: calls of the turn are used up, or there is more than a refresh reads. */
type Unread = "more" | "too-much";

/**
 * Fills up players' times, turn by turn:
 *
 *     first look   games 1 ── 2 ── … ── 14, sets 1 ── 2 (part) │ crash │ sets 3 (from the part) ── … ── known
 *     later        games 1, sets 1: down to what is known ── … ── after 30 days everything again
 *
 * Times count once they are read whole. Where API v2 is not available, points of v1 are read in their place, and v2 is tried
 * again a day later; what v2 said before stays.
 */
export function createTimeFiller(options: FillerOptions) {
  const { store, locks, onHead, hasV2, now } = options;
  const calls = { ...options, failures: createV2Failures() };

  async function change(
    ulid: string,
    first: StoredHead,
    writesOf: (stored: StoredHead) => TimeWrites,
  ): Promise<StoredHead | null> {
    const done = await changeStored(store, ulid, first, writesOf);
    if (done) onHead(ulid, done.head);
    return done;
  }

  const headOf = ({ head }: StoredHead) => head ?? emptyHead(now());
  const refused = (stored: StoredHead): TimesHead => ({ ...headOf(stored), refusedAt: now() });

  /** Reads some pages of everything. @throws UpstreamError after what was read is stored */
  async function readWhole(
    player: PlayerToTime,
    stored: StoredHead,
    source: TimesSource,
    begun: TimesPart | null,
    mayCall: () => boolean,
  ): Promise<StoredHead | null> {
    const { ulid } = player;
    const first =
      begun && isUsable(begun, source, now()) ? begun : emptyPart(player, source, now());
    let part = first;
    let failure: unknown = null;
    try {
      while (part.stage !== null && mayCall()) {
        const page = await readPage(calls, player, part.stage, part.page);
        if (!page) {
          return await change(ulid, stored, (current) => ({ head: refused(current), part: null }));
        }
        part = withPage(part, part.stage, page);
      }
    } catch (error) {
      failure = error;
    }
    let next: StoredHead | null = stored;
    if (part.stage === null) {
      next = await change(ulid, stored, (current) => ({
        head: withAll(headOf(current), part, source),
        part: null,
      }));
    } else if (part !== first) {
      next = await change(ulid, stored, (current) => ({
        ...(!current.head && { head: headOf(current) }),
        part,
      }));
    }
    if (failure !== null) throw failure;
    return next;
  }

  /** What API v2 says since the last refresh; null: it is not available. @throws UpstreamError */
  async function readNews(
    player: PlayerToTime,
    head: TimesHead,
    mayCall: () => boolean,
  ): Promise<News | Unread | null> {
    const news: News = { rows: [], newestPlayedAt: 0, newestUnlockAt: 0 };
    // Sets have not been read since a refusal, whatever was unlocked meanwhile.
    const readsSets = hasNews(head, player) || head.refusedAt > 0;
    const stages = readsSets ? (["games", "sets"] as const) : (["games"] as const);
    for (const stage of stages) {
      const newest = stage === "games" ? "newestPlayedAt" : "newestUnlockAt";
      const known = head[newest];
      for (let number = 1; ; number++) {
        if (number > REFRESH_PAGES) return "too-much";
        if (!mayCall()) return "more";
        const page = await readPage(calls, player, stage, number);
        if (!page) return null;
        news.rows.push(...page.rows);
        news[newest] = Math.max(news[newest], page.newest);
        if (page.isLast || page.oldest <= known) break;
      }
    }
    return news;
  }

  /** The points of v1 of games that have changed. @throws UpstreamError */
  async function readPoints(
    player: PlayerToTime,
    head: TimesHead,
    mayCall: () => boolean,
  ): Promise<News | "more"> {
    const known = new Set(head.times.map(({ gameId }) => gameId));
    const since = head.checkedAt / 1000 - OVERLAP_SECONDS;
    const changed = changedGames(player, since, (id) => known.has(id));
    // Their playtime has grown since. What was won in it stays.
    const played = new Set(changedGames(player, head.checkedAt / 1000, () => true));
    const ids = changed.slice(0, REFRESH_PAGES * LIMITS.pointsGames);
    const rows: TimeRow[] = [];
    for (let page = 1; (page - 1) * LIMITS.pointsGames < ids.length; page++) {
      if (!mayCall()) return "more";
      const read = await readPage(calls, player, "points", page, ids);
      rows.push(
        ...(read?.rows ?? []).map((row) =>
          played.has(row.gameId) ? { ...row, playtime: null } : row,
        ),
      );
    }
    return { rows, newestPlayedAt: 0, newestUnlockAt: 0 };
  }

  /** Reads what is new. @returns `more`: calls are used up. @throws UpstreamError */
  async function refresh(
    player: PlayerToTime,
    stored: StoredHead,
    head: TimesHead,
    mayCall: () => boolean,
  ): Promise<StoredHead | "more" | null> {
    const asksV2 = head.source === "v2" && mayAskV2(head, hasV2, now());
    const news = asksV2 ? await readNews(player, head, mayCall) : null;
    const read = news ?? (await readPoints(player, head, mayCall));
    if (read === "more") return "more";
    if (read === "too-much") {
      return change(player.ulid, stored, (current) => ({
        head: { ...headOf(current), readAt: 0 },
      }));
    }
    return change(player.ulid, stored, (current) => {
      const before = asksV2 && news === null ? refused(current) : headOf(current);
      const { points, achievements, hardcore } = player;
      const next: TimesHead = {
        ...before,
        ...(news !== null && { refusedAt: 0 }),
        checkedAt: player.checkedAt,
        totals: { points, achievements, hardcore },
        newestPlayedAt: Math.max(before.newestPlayedAt, read.newestPlayedAt),
        newestUnlockAt: Math.max(before.newestUnlockAt, read.newestUnlockAt),
      };
      return { head: withTimes(next, mergeTimes(before.times, read.rows)) };
    });
  }

  return {
    /**
     * Takes a player's turn.
     *
     * @param isLookedAt whether somebody has viewed the player: others are not filled up from nothing
     * @param mayGoOn is asked before each call to RA
     * @throws UpstreamError, StoreFailed; what was read before is stored
     */
    async takeTurn(
      player: PlayerToTime,
      isLookedAt: boolean,
      mayGoOn: () => boolean,
    ): Promise<TurnEnd> {
      const { ulid } = player;
      // There is no game of which a view could show times.
      if (player.games.length === 0) return { settledUntil: Number.POSITIVE_INFINITY };
      let made = 0;
      const mayCall = () => {
        const isGranted = made < LIMITS.fillingCallsATurn && mayGoOn();
        if (isGranted) made++;
        return isGranted;
      };
      const stepOptions = { isLookedAt, hasV2 };
      const stepOf = (head: TimesHead) => nextStep(head, player, stepOptions, now());
      const settled = (head: TimesHead) => ({ settledUntil: dueAt(head, stepOptions) });
      const seen = await options.load(ulid);
      if (!seen && !isLookedAt) return { settledUntil: Number.POSITIVE_INFINITY };
      const first = stepOf(seen ?? emptyHead(now()));
      if (seen && first === null) return settled(seen);
      // Two servers that refresh at once read the same: that costs less than a lock.
      if (first === "refresh") {
        const current = await store.readHead(ulid);
        onHead(ulid, current.head);
        const head = headOf(current);
        if (current.isForeign) return { settledUntil: now() + FOREIGN_MS };
        const end =
          stepOf(head) === "refresh" ? await refresh(player, current, head, mayCall) : current;
        if (end === null) return { settledUntil: now() + ELSEWHERE_MS };
        const isDone = end !== "more" && end.head !== null && stepOf(end.head) === null;
        return isDone ? settled(headOf(end)) : "more";
      }
      const held = await locks.acquire(timesLockKey(ulid));
      if (!held) return { settledUntil: now() + ELSEWHERE_MS };
      try {
        // Another server may have held the lock until now.
        const all = await store.readAll(ulid);
        if (all.stored.isForeign) return { settledUntil: now() + FOREIGN_MS };
        let [stored, part]: [StoredHead | null, TimesPart | null] = [all.stored, all.part];
        while (stored) {
          const head: TimesHead = headOf(stored);
          const step = stepOf(head);
          if (step === null) return settled(head);
          const isOver = made >= LIMITS.fillingCallsATurn || !mayGoOn();
          if (isOver || step === "refresh") return "more";
          stored = await readWhole(player, stored, step, part, mayCall);
          part = null;
        }
        return { settledUntil: now() + ELSEWHERE_MS };
      } finally {
        await held.release();
      }
    },
  };
}
