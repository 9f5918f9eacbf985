import pLimit from "p-limit";
import type { z } from "zod";
import type { Game, Player } from "@/lib/players/player";
import {
  InvalidResponse,
  InvalidUser,
  PlayerNotFound,
  RateLimited,
  TimedOut,
  UnauthorizedKey,
  Unavailable,
  UpstreamError,
} from "./errors";
import type { RetroAchievements } from "./retroachievements";
import { completionProgressPage, userProfile } from "./wire";

/** RA's own limit for one answer of API_GetUserCompletionProgress. */
const PAGE_SIZE = 500;
const PAGES_AT_ONCE = 4;

interface ClientOptions {
  apiKey: string;
  /** Such as `https://retroachievements.org/API`. */
  baseUrl: string;
  /** For one request, body included. */
  timeoutMs: number;
  userAgent: string;
}

/**
 * The client for RA's web API.
 *
 * `fetchPlayer` asks for the profile and the first 500 games together, then for the other pages side
 * by side. It throws a subclass of `UpstreamError` for everything that goes wrong, and only those.
 */
export function createClient(options: ClientOptions): RetroAchievements {
  /** One GET. RA wants the key in the URL, so neither the URL nor what `fetch` threw may go further. */
  async function ask<Schema extends z.ZodType>(
    endpoint: string,
    parameters: Record<string, string | number>,
    schema: Schema,
  ): Promise<z.output<Schema>> {
    const url = new URL(`${options.baseUrl}/${endpoint}.php`);
    for (const [name, value] of Object.entries(parameters)) {
      url.searchParams.set(name, String(value));
    }
    url.searchParams.set("y", options.apiKey);

    let body: string;
    try {
      const response = await fetch(url, {
        headers: { "User-Agent": options.userAgent, Accept: "application/json" },
        // A redirect would carry the key to wherever it points.
        redirect: "manual",
        cache: "no-store",
        signal: AbortSignal.timeout(options.timeoutMs),
      });
      if (!response.ok) {
        await response.body?.cancel();
        throw errorFor(response);
      }
      body = await response.text();
    } catch (error) {
      if (error instanceof UpstreamError) throw error;
      if (error instanceof DOMException && error.name === "TimeoutError") throw new TimedOut();
      throw new Unavailable();
    }
    return check(body, schema);
  }

  function askPage(user: string, offset: number) {
    return ask(
      "API_GetUserCompletionProgress",
      { u: user, c: PAGE_SIZE, o: offset },
      completionProgressPage,
    );
  }

  type Page = Awaited<ReturnType<typeof askPage>>;

  async function askRest(user: string, first: Page): Promise<Page[]> {
    const offsets: number[] = [];
    for (let offset = PAGE_SIZE; offset < first.total; offset += PAGE_SIZE) offsets.push(offset);
    const limit = pLimit(PAGES_AT_ONCE);
    return [first, ...(await limit.map(offsets, (offset) => askPage(user, offset)))];
  }

  return {
    mode: "retroachievements",
    async fetchPlayer(user) {
      const checkedAt = Date.now();
      const [profile, first] = await Promise.all([
        ask("API_GetUserProfile", { u: user }, userProfile),
        askPage(user, 0),
      ]);
      let pages = await askRest(user, first);
      // The list shifts when the player unlocks something while it is being paged. Reading it again
      // once is enough: what a second shift could lose comes with the next refresh.
      if (!fits(pages)) pages = await askRest(user, await askPage(user, 0));
      const player: Player = { profile, games: withoutRepeats(pages), checkedAt };
      return { player, readWholeAt: checkedAt };
    },
  };
}

function withoutRepeats(pages: { games: Game[] }[]): Game[] {
  const byId = new Map<number, Game>();
  for (const page of pages) {
    for (const game of page.games) if (!byId.has(game.id)) byId.set(game.id, game);
  }
  return [...byId.values()];
}

function fits(pages: { total: number; games: Game[] }[]): boolean {
  const total = pages[0]?.total;
  return (
    pages.every((page) => page.total === total) && withoutRepeats(pages).length === (total ?? 0)
  );
}

function errorFor(response: Response): UpstreamError {
  switch (response.status) {
    case 401:
      return new UnauthorizedKey();
    case 404:
      return new PlayerNotFound();
    case 422:
      return new InvalidUser();
    case 429:
      return new RateLimited(retryAfterSeconds(response.headers.get("Retry-After")) ?? 60);
    default:
      return new Unavailable(retryAfterSeconds(response.headers.get("Retry-After")) ?? undefined);
  }
}

/** Retry-After as whole seconds from now, from either of its two forms; null if it is neither. */
function retryAfterSeconds(header: string | null): number | null {
  if (header === null) return null;
  if (/^\d+$/.test(header)) return Number(header);
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - Date.now()) / 1000));
}

function check<Schema extends z.ZodType>(body: string, schema: Schema): z.output<Schema> {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw new InvalidResponse();
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new InvalidResponse();
  return parsed.data;
}
