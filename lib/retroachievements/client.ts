import { setImmediate as otherWork } from "node:timers/promises";
import pLimit from "p-limit";
import { z } from "zod";
import type { Profile } from "@/lib/domain/player";
import {
  InvalidResponse,
  InvalidUser,
  isUpstreamError,
  PlayerNotFound,
  RateLimited,
  TimedOut,
  UnauthorizedKey,
  Unavailable,
  UpstreamError,
} from "@/lib/domain/upstream-error";
import { LIMITS } from "@/lib/limits";
import { observe } from "@/lib/observe/observe";
import { isSameGame, mergeNewer } from "./merge-newer";
import { parseJson } from "./parse-json";
import { readBody } from "./read-body";
import type { FetchedPlayer, FetchOptions, RetroAchievements } from "./retroachievements";
import { retryAfterSeconds } from "./retry-after";
import { type SettledRows, settleRows } from "./settle-rows";
import {
  isHiddenByRa,
  type ListedRow,
  type ProgressPage,
  readProgressPage,
  userProfile,
} from "./wire";

/** RA's own limit for one answer of API_GetUserCompletionProgress. */
const UPSTREAM_PAGE_SIZE = 500;
/** How many of the newest rows a refresh asks for: more than anybody plays in five minutes. */
const NEWEST_SIZE = 100;
const PAGES_AT_ONCE = 4;
/** What RA answers when there is no such player is a few bytes of JSON. */
const NOT_FOUND_BYTES = 1024;

const ENDPOINTS = {
  profile: "API_GetUserProfile",
  progress: "API_GetUserCompletionProgress",
} as const;

/** Pages that come together would else be parsed in one stretch, while every other request waits. */
const parsing = pLimit(1);

interface ClientOptions {
  apiKey: string;
  /** Such as `https://retroachievements.org/API`. */
  baseUrl: string;
  /** For one request, body included. */
  timeoutMs: number;
  userAgent: string;
}

/** One load of a player: what its requests share. */
interface Load {
  user: string;
  acquire: (calls: number) => Promise<void>;
  /** Aborts all requests when the load is over, however it ended, or has taken too long. */
  signal: AbortSignal;
  retriesLeft: number;
}

/** How large an answer may be, for what was asked. */
interface Room {
  bytes: number;
  values: number;
}

const PROFILE_ROOM: Room = { bytes: LIMITS.profileBytes, values: LIMITS.answerValues };
const roomForRows = (rows: number): Room => ({
  bytes: LIMITS.listBytes + rows * LIMITS.listRowBytes,
  values: LIMITS.answerValues + rows * LIMITS.listRowValues,
});

/**
 * The client for RA's web API.
 *
 * `fetchPlayer` asks for the profile and the first games together, then for the other pages side by
 * side; with something known, for the newest 100 games first, and for no more where they fit. `hasNews`
 * asks for the newest game alone. Both throw a subclass of `UpstreamError` for everything that goes wrong,
 * and only those (and what `acquire` throws).
 */
export function createClient(options: ClientOptions): RetroAchievements {
  /** One GET. RA wants the key in the URL, so neither the URL nor what `fetch` threw may go further. */
  async function request(
    endpoint: keyof typeof ENDPOINTS,
    parameters: Record<string, string | number>,
    room: Room,
    signal: AbortSignal,
  ): Promise<unknown> {
    const url = new URL(`${options.baseUrl}/${ENDPOINTS[endpoint]}.php`);
    for (const [name, value] of Object.entries(parameters)) {
      url.searchParams.set(name, String(value));
    }
    url.searchParams.set("y", options.apiKey);
    const own = abortAfter(options.timeoutMs, signal);
    try {
      const response = await fetch(url, {
        headers: { "User-Agent": options.userAgent, Accept: "application/json" },
        // A redirect would carry the key to wherever it points.
        redirect: "manual",
        cache: "no-store",
        signal: own.signal,
      });
      if (!response.ok) throw await errorOf(response, endpoint);
      const body = await readBody(response, room.bytes);
      return await parsing(async () => {
        await otherWork();
        return parseJson(body, room.values);
      });
    } catch (error) {
      if (error instanceof UpstreamError) throw error;
      if (error instanceof DOMException && error.name === "TimeoutError") throw new TimedOut();
      throw new Unavailable();
    } finally {
      own.clear();
    }
  }

  async function ask(...given: Parameters<typeof request>): Promise<unknown> {
    const started = performance.now();
    const tell = (outcome: "ok" | UpstreamError["code"]) => {
      const milliseconds = performance.now() - started;
      observe({ type: "upstream", endpoint: given[0], outcome, milliseconds });
    };
    try {
      const answer = await request(...given);
      tell("ok");
      return answer;
    } catch (error) {
      tell(isUpstreamError(error) ? error.code : "unavailable");
      throw error;
    }
  }

  async function askProfile({ user, signal }: Load): Promise<Profile> {
    const answer = await ask("profile", { u: user }, PROFILE_ROOM, signal);
    if (isHiddenByRa(answer)) throw new PlayerNotFound();
    const profile = userProfile.safeParse(answer);
    if (!profile.success) throw new InvalidResponse();
    return profile.data;
  }

  async function askPage(
    { user, signal }: Load,
    offset: number,
    size: number,
  ): Promise<ProgressPage> {
    const parameters = { u: user, c: size, o: offset };
    const answer = await ask("progress", parameters, roomForRows(size), signal);
    const page = readProgressPage(answer, size);
    if (!page || page.total > LIMITS.games) throw new InvalidResponse();
    if (page.rows.length === 0 && offset < page.total) throw new InvalidResponse();
    const unreadable = page.rows.filter(({ isUnreadable }) => isUnreadable).length;
    if (unreadable > 0) observe({ type: "unreadable-rows", rows: unreadable });
    return page;
  }

  /** RA has answered already: a page that fails is likely to come if it is asked for again. */
  async function askPageTwice(load: Load, offset: number): Promise<ProgressPage> {
    try {
      return await askPage(load, offset, UPSTREAM_PAGE_SIZE);
    } catch (error) {
      const mayPass =
        isUpstreamError(error) && (error.code === "timed-out" || error.code === "unavailable");
      if (!mayPass || load.signal.aborted || load.retriesLeft === 0) throw error;
      load.retriesLeft--;
      await load.acquire(1);
      return askPage(load, offset, UPSTREAM_PAGE_SIZE);
    }
  }

  /** All pages after those that are there already. */
  async function askRest(
    load: Load,
    total: number,
    pages: ProgressPage[],
  ): Promise<ProgressPage[]> {
    const offsets: number[] = [];
    for (
      let offset = pages.length * UPSTREAM_PAGE_SIZE;
      offset < total;
      offset += UPSTREAM_PAGE_SIZE
    ) {
      offsets.push(offset);
    }
    if (offsets.length === 0) return pages;
    await load.acquire(offsets.length);
    const limit = pLimit(PAGES_AT_ONCE);
    return [...pages, ...(await limit.map(offsets, (offset) => askPageTwice(load, offset)))];
  }

  /**
   * The whole list. It shifts when the player unlocks something while it is being paged, so what does
   * not fit is read again, once: what a second shift could lose is not worth a wrong library.
   */
  async function readWhole(load: Load, total: number, first: ProgressPage[]): Promise<ListedRow[]> {
    const pages = await askRest(load, total, first);
    if (fits(pages)) return withoutRepeats(pages);
    const again = await askRest(load, pages.at(-1)?.total ?? total, []);
    if (fits(again)) return withoutRepeats(again);
    throw new InvalidResponse();
  }

  async function fetchWith(load: Load, options: FetchOptions): Promise<FetchedPlayer> {
    const checkedAt = Date.now();
    await load.acquire(2);
    const size = options.known && !options.readsWhole ? NEWEST_SIZE : UPSTREAM_PAGE_SIZE;
    const [profile, first] = await Promise.all([askProfile(load), askPage(load, 0, size)]);
    const made = ({ games, leftOut }: SettledRows, readWholeAt: number): FetchedPlayer => ({
      player: { profile, games, checkedAt },
      readWholeAt,
      ...(leftOut.length > 0 && { leftOut }),
    });
    // A name can be another player's by now.
    const known = options.known?.player.profile.ulid === profile.ulid ? options.known : null;
    const { games = [] } = known?.player ?? {};
    if (known && !options.readsWhole && first.total > first.rows.length) {
      const merged = mergeNewer({ games, leftOut: known.leftOut ?? [] }, first.rows, first.total);
      if (merged) return made(merged, known.readWholeAt);
    }
    // A small page is a page of the whole only if it is all there is.
    const usable = size === UPSTREAM_PAGE_SIZE || first.rows.length === first.total ? [first] : [];
    const rows = await readWhole(load, first.total, usable);
    const isOdd = rows.some(({ isUnreadable }) => isUnreadable);
    const stored = known ?? (isOdd ? await options.storedOf?.(profile.ulid) : null);
    return made(settleRows(rows, stored?.player.games ?? []), checkedAt);
  }

  /** Runs a load within its time. */
  async function within<Result>(
    given: Pick<Load, "user" | "acquire">,
    run: (load: Load) => Promise<Result>,
  ): Promise<Result> {
    const own = abortAfter(LIMITS.loadMs);
    try {
      return await run({ ...given, signal: own.signal, retriesLeft: LIMITS.retriesOfALoad });
    } finally {
      own.clear();
      // Where one request failed, the others are of no use any more.
      own.abort();
    }
  }

  return {
    mode: "retroachievements",
    fetchPlayer(user, options = {}) {
      const { acquire = async () => undefined } = options;
      return within({ user, acquire }, (load) => fetchWith(load, options));
    },
    async hasNews({ player: { profile, games }, leftOut = [] }) {
      const [newest] = games;
      if (!newest) return true;
      const acquire = async () => undefined;
      // The newest game stands below the rows that are none.
      const above = leftOut.filter(({ after }) => after === 0).length;
      const size = Math.min(1 + above, NEWEST_SIZE);
      const page = await within({ user: profile.ulid, acquire }, (load) => askPage(load, 0, size));
      const [first] = settleRows(page.rows, games, [newest]).games;
      const isAsMany = page.total === games.length + leftOut.length;
      return !isAsMany || !first || !isSameGame(first, newest);
    },
    async fetchPair(user) {
      const acquire = async () => undefined;
      const { name, ulid } = await within({ user, acquire }, askProfile);
      return { name, ulid };
    },
  };
}

/**
 * A signal that aborts after a time, or with another. By hand: on Node 20 a signal of
 * `AbortSignal.timeout` that only `AbortSignal.any` refers to is lost to the garbage collector, and
 * never fires (seen with RA hanging: requests stayed open for good).
 */
function abortAfter(milliseconds: number, outer?: AbortSignal) {
  const controller = new AbortController();
  const abort = () => controller.abort(outer?.reason);
  const timer = setTimeout(() => {
    controller.abort(new DOMException("It took too long.", "TimeoutError"));
  }, milliseconds);
  // One that has fired already does not fire again.
  if (outer?.aborted) abort();
  outer?.addEventListener("abort", abort, { once: true });
  return {
    signal: controller.signal,
    abort: () => controller.abort(),
    clear() {
      clearTimeout(timer);
      outer?.removeEventListener("abort", abort);
    },
  };
}

/** Each game once, read if it was read once; rows without an id are all that they seem. */
function withoutRepeats(pages: readonly ProgressPage[]): ListedRow[] {
  const byId = new Map<number | ListedRow, ListedRow>();
  for (const row of pages.flatMap(({ rows }) => rows)) {
    const key = row.id ?? row;
    const before = byId.get(key);
    if (!before || (before.isUnreadable && !row.isUnreadable)) byId.set(key, row);
  }
  return [...byId.values()];
}

function fits(pages: readonly ProgressPage[]): boolean {
  const total = pages[0]?.total ?? 0;
  return pages.every((page) => page.total === total) && withoutRepeats(pages).length === total;
}

async function errorOf(
  response: Response,
  endpoint: keyof typeof ENDPOINTS,
): Promise<UpstreamError> {
  const seconds = retryAfterSeconds(response.headers.get("Retry-After"));
  if (response.status === 404 && endpoint === "profile" && (await isJson(response))) {
    return new PlayerNotFound();
  }
  await response.body?.cancel().catch(() => undefined);
  switch (response.status) {
    case 401:
      return new UnauthorizedKey();
    case 422:
      return new InvalidUser();
    case 429:
      return new RateLimited(seconds ?? 60);
    default:
      return new Unavailable(seconds ?? undefined);
  }
}

/** Whether an answer is RA's own and not a page of something in front of it. */
async function isJson(response: Response): Promise<boolean> {
  try {
    const body = await readBody(response, NOT_FOUND_BYTES);
    return z.union([z.array(z.unknown()), z.looseObject({})]).safeParse(JSON.parse(body.toString()))
      .success;
  } catch {
    return false;
  }
}
