import pLimit from "p-limit";
import type { Profile } from "@/lib/domain/player";
import { InvalidResponse, isUpstreamError, PlayerNotFound } from "@/lib/domain/upstream-error";
import { LIMITS } from "@/lib/limits";
import { observe } from "@/lib/observe/observe";
import { abortAfter } from "./abort-after";
import { createFetchAwards } from "./fetch-awards";
import { createFetchGame } from "./fetch-game";
import { createFetchRanks } from "./fetch-rank";
import { createFetchTimes } from "./fetch-times";
import { createFetchUnlocks } from "./fetch-unlocks";
import { createFetchUserProgress } from "./fetch-user-progress";
import { isSameGame, mergeNewer } from "./merge-newer";
import { type AnswerBounds, type ClientOptions, createSendRequest } from "./request";
import { createV2Client } from "./request-v2";
import { type ResolvedRows, resolveRows } from "./resolve-rows";
import type { FetchedPlayer, FetchOptions, RetroAchievements } from "./retroachievements";
import {
  isHiddenByRa,
  type ProgressPage,
  type ProgressRow,
  readProgressPage,
  userProfile,
} from "./wire";

/** The newest rows that a refresh requests: more than anybody plays in five minutes. */
const NEWEST_SIZE = 100;

/** One load of a player: what its requests share. */
interface Load {
  user: string;
  acquire: (calls: number) => Promise<void>;
  /** Aborts all requests when the load has ended, or has taken too long. */
  signal: AbortSignal;
  retriesLeft: number;
}

const PROFILE_BOUNDS: AnswerBounds = { bytes: LIMITS.profileBytes, values: LIMITS.answerValues };
const boundsOf = (rows: number): AnswerBounds => ({
  bytes: LIMITS.listBytes + rows * LIMITS.listRowBytes,
  values: LIMITS.answerValues + rows * LIMITS.listRowValues,
});

/**
 * The client for RA's web API.
 *
 * `fetchPlayer` requests the profile and the first page of games together, then the other pages concurrently. With a
 * known player it requests the newest 100 games first, and no more if they fit. `hasNews` requests the newest game only.
 * `fetchUnlocks`, `fetchPlayerGames` and `fetchPlayerAchievementSets` request one page after the other. All throw a subclass of `UpstreamError` for any failure, or what `acquire` throws.
 */
export function createClient(options: ClientOptions): RetroAchievements {
  const send = createSendRequest(options);
  const v2 = createV2Client(options);

  async function fetchProfile({ user, signal }: Load): Promise<Profile> {
    const answer = await send("profile", { u: user }, PROFILE_BOUNDS, signal);
    if (isHiddenByRa(answer)) throw new PlayerNotFound();
    const profile = userProfile.safeParse(answer);
    if (!profile.success) throw new InvalidResponse();
    return profile.data;
  }

  async function fetchPage(
    { user, signal }: Load,
    offset: number,
    size: number,
  ): Promise<ProgressPage> {
    const parameters = { u: user, c: size, o: offset };
    const answer = await send("progress", parameters, boundsOf(size), signal);
    const page = readProgressPage(answer, size);
    if (!page || page.total > LIMITS.games) throw new InvalidResponse();
    if (page.rows.length === 0 && offset < page.total) throw new InvalidResponse();
    const unreadable = page.rows.filter(({ isUnreadable }) => isUnreadable).length;
    if (unreadable > 0) observe({ type: "unreadable-rows", rows: unreadable });
    return page;
  }

  /** Retries once: RA has answered before, so a later page that fails is likely to succeed. */
  async function fetchPageWithRetry(load: Load, offset: number): Promise<ProgressPage> {
    try {
      return await fetchPage(load, offset, LIMITS.upstreamPageSize);
    } catch (error) {
      const isTemporary =
        isUpstreamError(error) && (error.code === "timed-out" || error.code === "unavailable");
      if (!isTemporary || load.signal.aborted || load.retriesLeft === 0) throw error;
      load.retriesLeft--;
      await load.acquire(1);
      return fetchPage(load, offset, LIMITS.upstreamPageSize);
    }
  }

  /** All pages, of which the first ones are given. */
  async function fetchAllPages(
    load: Load,
    total: number,
    pages: ProgressPage[],
  ): Promise<ProgressPage[]> {
    const offsets: number[] = [];
    for (
      let offset = pages.length * LIMITS.upstreamPageSize;
      offset < total;
      offset += LIMITS.upstreamPageSize
    ) {
      offsets.push(offset);
    }
    if (offsets.length === 0) return pages;
    await load.acquire(offsets.length);
    const limit = pLimit(LIMITS.pagesAtOnce);
    return [...pages, ...(await limit.map(offsets, (offset) => fetchPageWithRetry(load, offset)))];
  }

  /**
   * The whole list. An unlock shifts it while it is being paged; pages that do not fit together are read again, once,
   * since a library with gaps must not be accepted.
   */
  async function readWhole(
    load: Load,
    total: number,
    first: ProgressPage[],
  ): Promise<ProgressRow[]> {
    const pages = await fetchAllPages(load, total, first);
    if (isComplete(pages)) return withoutRepeats(pages);
    const again = await fetchAllPages(load, pages.at(-1)?.total ?? total, []);
    if (isComplete(again)) return withoutRepeats(again);
    throw new InvalidResponse();
  }

  async function fetchWith(load: Load, options: FetchOptions): Promise<FetchedPlayer> {
    const checkedAt = Date.now();
    await load.acquire(2);
    const size = options.known && !options.readsWhole ? NEWEST_SIZE : LIMITS.upstreamPageSize;
    const [profile, first] = await Promise.all([fetchProfile(load), fetchPage(load, 0, size)]);
    const fetched = ({ games, leftOut }: ResolvedRows, readWholeAt: number): FetchedPlayer => ({
      player: { profile, games, checkedAt },
      readWholeAt,
      ...(leftOut.length > 0 && { leftOut }),
    });
    // The name may belong to another player by now.
    const known = options.known?.player.profile.ulid === profile.ulid ? options.known : null;
    const { games = [] } = known?.player ?? {};
    if (known && !options.readsWhole && first.total > first.rows.length) {
      const merged = mergeNewer({ games, leftOut: known.leftOut ?? [] }, first.rows, first.total);
      if (merged) return fetched(merged, known.readWholeAt);
    }
    // A small page can only be used if it is the whole list.
    const usable =
      size === LIMITS.upstreamPageSize || first.rows.length === first.total ? [first] : [];
    const rows = await readWhole(load, first.total, usable);
    const hasUnreadable = rows.some(({ isUnreadable }) => isUnreadable);
    const stored = known ?? (hasUnreadable ? await options.storedOf?.(profile.ulid) : null);
    return fetched(resolveRows(rows, stored?.player.games ?? []), checkedAt);
  }

  /** Runs a load within its time. */
  async function within<Result>(
    user: string,
    run: (load: Load) => Promise<Result>,
    acquire: Load["acquire"] = async () => undefined,
  ): Promise<Result> {
    const own = abortAfter(LIMITS.loadMs);
    try {
      const { signal } = own;
      return await run({ user, acquire, signal, retriesLeft: LIMITS.retriesOfALoad });
    } finally {
      own.clear();
      // If one request failed, the others are useless.
      own.abort();
    }
  }

  return {
    mode: "retroachievements",
    hasV2: Boolean(options.v2BaseUrl),
    isV2Refused: v2.isRefused,
    fetchPlayer(user, options = {}) {
      return within(user, (load) => fetchWith(load, options), options.acquire);
    },
    async hasNews({ player: { profile, games }, leftOut = [] }) {
      const [newest] = games;
      if (!newest) return true;
      // Rows that are left out may stand above the newest game.
      const above = leftOut.filter(({ after }) => after === 0).length;
      const size = Math.min(1 + above, NEWEST_SIZE);
      const page = await within(profile.ulid, (load) => fetchPage(load, 0, size));
      const [first] = resolveRows(page.rows, games, [newest]).games;
      const hasSameCount = page.total === games.length + leftOut.length;
      return !hasSameCount || !first || !isSameGame(first, newest);
    },
    fetchUnlocks: createFetchUnlocks(send),
    ...createFetchTimes(v2.send),
    ...createFetchRanks(send, v2.send),
    fetchUserProgress: createFetchUserProgress(send),
    fetchGameOfPlayer: createFetchGame(send),
    fetchAwards: createFetchAwards(send),
    async fetchPair(user) {
      const { name, ulid } = await within(user, fetchProfile);
      return { name, ulid };
    },
  };
}

/** Each game once, readable if one of its rows is. Rows without an id all count. */
function withoutRepeats(pages: readonly ProgressPage[]): ProgressRow[] {
  const byId = new Map<number | ProgressRow, ProgressRow>();
  for (const row of pages.flatMap(({ rows }) => rows)) {
    const key = row.id ?? row;
    const before = byId.get(key);
    if (!before || (before.isUnreadable && !row.isUnreadable)) byId.set(key, row);
  }
  return [...byId.values()];
}

function isComplete(pages: readonly ProgressPage[]): boolean {
  const total = pages[0]?.total ?? 0;
  return pages.every((page) => page.total === total) && withoutRepeats(pages).length === total;
}
