import { setImmediate as otherWork } from "node:timers/promises";
import pLimit from "p-limit";
import { z } from "zod";
import type { Game, Profile } from "@/lib/domain/player";
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
import { readBody } from "./read-body";
import type { FetchedPlayer, RetroAchievements } from "./retroachievements";
import { retryAfterSeconds } from "./retry-after";
import { completionProgressPage, isHiddenByRa, userProfile } from "./wire";

/** RA's own limit for one answer of API_GetUserCompletionProgress. */
const PAGE_SIZE = 500;
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
  permit: (calls: number) => Promise<void>;
  /** Aborts all requests when the load is over, however it ended, or has taken too long. */
  signal: AbortSignal;
  retriesLeft: number;
}

interface Page {
  total: number;
  games: Game[];
}

/**
 * The client for RA's web API.
 *
 * `fetchPlayer` asks for the profile and the first games together, then for the other pages side by
 * side; with something known, for the newest 100 games first, and for no more where they fit. `hasNews`
 * asks for the newest game alone. Both throw a subclass of `UpstreamError` for everything that goes wrong,
 * and only those (and what `permit` throws).
 */
export function createClient(options: ClientOptions): RetroAchievements {
  /** One GET. RA wants the key in the URL, so neither the URL nor what `fetch` threw may go further. */
  async function request(
    endpoint: keyof typeof ENDPOINTS,
    parameters: Record<string, string | number>,
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
      const body = await readBody(response, LIMITS.upstreamBodyBytes);
      return await parsing(async () => {
        await otherWork();
        return parseJson(body.toString("utf8"));
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
    const answer = await ask("profile", { u: user }, signal);
    if (isHiddenByRa(answer)) throw new PlayerNotFound();
    return check(answer, userProfile);
  }

  async function askPage({ user, signal }: Load, offset: number, size: number): Promise<Page> {
    const answer = await ask("progress", { u: user, c: size, o: offset }, signal);
    const page = check(answer, completionProgressPage);
    const isTooMuch = page.total > LIMITS.games || page.games.length > size;
    const isEmptyTooSoon = page.games.length === 0 && offset < page.total;
    if (isTooMuch || isEmptyTooSoon) throw new InvalidResponse();
    return page;
  }

  /** RA has answered already: a page that fails is likely to come if it is asked for again. */
  async function askPageTwice(load: Load, offset: number): Promise<Page> {
    try {
      return await askPage(load, offset, PAGE_SIZE);
    } catch (error) {
      const mayPass =
        isUpstreamError(error) && (error.code === "timed-out" || error.code === "unavailable");
      if (!mayPass || load.signal.aborted || load.retriesLeft === 0) throw error;
      load.retriesLeft--;
      await load.permit(1);
      return askPage(load, offset, PAGE_SIZE);
    }
  }

  /** All pages after those that are there already. */
  async function askRest(load: Load, total: number, pages: Page[]): Promise<Page[]> {
    const offsets: number[] = [];
    for (let offset = pages.length * PAGE_SIZE; offset < total; offset += PAGE_SIZE) {
      offsets.push(offset);
    }
    if (offsets.length === 0) return pages;
    await load.permit(offsets.length);
    const limit = pLimit(PAGES_AT_ONCE);
    return [...pages, ...(await limit.map(offsets, (offset) => askPageTwice(load, offset)))];
  }

  /**
   * The whole list. It shifts when the player unlocks something while it is being paged, so what does
   * not fit is read again, once: what a second shift could lose is not worth a wrong library.
   */
  async function readWhole(load: Load, total: number, first: Page[]): Promise<Game[]> {
    const pages = await askRest(load, total, first);
    if (fits(pages)) return withoutRepeats(pages);
    const again = await askRest(load, pages.at(-1)?.total ?? total, []);
    if (fits(again)) return withoutRepeats(again);
    throw new InvalidResponse();
  }

  async function fetchWith(load: Load, known: FetchedPlayer | null): Promise<FetchedPlayer> {
    const checkedAt = Date.now();
    await load.permit(2);
    const size = known ? NEWEST_SIZE : PAGE_SIZE;
    const [profile, first] = await Promise.all([askProfile(load), askPage(load, 0, size)]);
    // Points come from games: an empty list beside them is a slip of RA's, and would empty the page.
    if (first.total === 0 && profile.points + profile.casualPoints > 0) throw new InvalidResponse();
    if (known && known.player.profile.ulid === profile.ulid && first.total > first.games.length) {
      const games = mergeNewer(known.player.games, first.games, first.total);
      if (games) return { player: { profile, games, checkedAt }, readWholeAt: known.readWholeAt };
    }
    // A small page is a page of the whole only if it is all there is.
    const usable = size === PAGE_SIZE || first.games.length === first.total ? [first] : [];
    const games = await readWhole(load, first.total, usable);
    return { player: { profile, games, checkedAt }, readWholeAt: checkedAt };
  }

  /** Runs a load within its time. */
  async function within<Result>(
    given: Pick<Load, "user" | "permit">,
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
    fetchPlayer(user, { known = null, permit = async () => undefined } = {}) {
      return within({ user, permit }, (load) => fetchWith(load, known));
    },
    async hasNews({ profile, games }) {
      const [newest] = games;
      if (!newest) return true;
      const permit = async () => undefined;
      const page = await within({ user: profile.ulid, permit }, (load) => askPage(load, 0, 1));
      const [first] = page.games;
      return page.total !== games.length || !first || !isSameGame(first, newest);
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

function withoutRepeats(pages: Page[]): Game[] {
  const byId = new Map<number, Game>();
  for (const page of pages) {
    for (const game of page.games) if (!byId.has(game.id)) byId.set(game.id, game);
  }
  return [...byId.values()];
}

function fits(pages: Page[]): boolean {
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

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new InvalidResponse();
  }
}

function check<Schema extends z.ZodType>(value: unknown, schema: Schema): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new InvalidResponse();
  return parsed.data;
}
