import { setImmediate as nextTurn } from "node:timers/promises";
import pLimit from "p-limit";
import {
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
import { abortAfter } from "./abort-after";
import { readErrorBody } from "./error-body";
import { parseJson } from "./parse-json";
import { readBody } from "./read-body";
import { retryAfterSeconds } from "./retry-after";

const ENDPOINTS = {
  profile: "API_GetUserProfile",
  progress: "API_GetUserCompletionProgress",
  unlocks: "API_GetAchievementsEarnedBetween",
  rank: "API_GetUserRankAndScore",
  points: "API_GetUserProgress",
  game: "API_GetGameInfoAndUserProgress",
  awards: "API_GetUserAwards",
} as const;

type Endpoint = keyof typeof ENDPOINTS;

/** Parses one answer at a time, since concurrent pages would block every other request in one stretch. */
export const parsing = pLimit(1);

/** How RA's API is reached. */
export interface ClientOptions {
  apiKey: string;
  /** Such as `https://retroachievements.org/API`. */
  baseUrl: string;
  /** Such as `https://api.retroachievements.org/api/v2`; empty, the default: API v2 is not asked. */
  v2BaseUrl?: string;
  /** For one request, body included. */
  timeoutMs: number;
  userAgent: string;
}

/** Bounds of an answer. */
export interface AnswerBounds {
  bytes: number;
  /** Elements of lists and members of objects, in all. */
  values: number;
}

/** One GET of an endpoint, as parsed JSON. @throws UpstreamError, and nothing else */
export type SendRequest = (
  endpoint: Endpoint,
  parameters: Record<string, string | number>,
  bounds: AnswerBounds,
  signal: AbortSignal,
) => Promise<unknown>;

/** The function that sends requests to RA's API, and emits an event for each. */
export function createSendRequest(options: ClientOptions): SendRequest {
  /** RA takes the key in the URL, so neither the URL nor an error of `fetch` may leave this function. */
  const send: SendRequest = async (endpoint, parameters, bounds, signal) => {
    const url = new URL(`${options.baseUrl}/${ENDPOINTS[endpoint]}.php`);
    for (const [name, value] of Object.entries(parameters)) {
      url.searchParams.set(name, String(value));
    }
    url.searchParams.set("y", options.apiKey);
    const own = abortAfter(options.timeoutMs, signal);
    try {
      const response = await fetch(url, {
        headers: { "User-Agent": options.userAgent, Accept: "application/json" },
        // A redirect would carry the key to another host.
        redirect: "manual",
        cache: "no-store",
        signal: own.signal,
      });
      if (!response.ok) throw await errorOf(response, endpoint);
      const body = await readBody(response, bounds.bytes);
      return await parsing(async () => {
        await nextTurn();
        return parseJson(body, bounds.values);
      });
    } catch (error) {
      if (error instanceof UpstreamError) throw error;
      if (error instanceof DOMException && error.name === "TimeoutError") throw new TimedOut();
      throw new Unavailable();
    } finally {
      own.clear();
    }
  };

  return async (endpoint, ...rest) => {
    const started = performance.now();
    const emit = (outcome: "ok" | UpstreamError["code"]) => {
      const milliseconds = performance.now() - started;
      observe({ type: "upstream", endpoint, outcome, milliseconds });
    };
    try {
      const answer = await send(endpoint, ...rest);
      emit("ok");
      return answer;
    } catch (error) {
      emit(isUpstreamError(error) ? error.code : "unavailable");
      throw error;
    }
  };
}

async function errorOf(response: Response, endpoint: Endpoint): Promise<UpstreamError> {
  const seconds = retryAfterSeconds(response.headers.get("Retry-After"));
  if (response.status === 404 && endpoint === "profile") {
    // Else it is the page of a proxy in front of RA.
    const isOwn = (await readErrorBody(response, LIMITS.notFoundBytes)) !== null;
    return isOwn ? new PlayerNotFound() : new Unavailable(seconds ?? undefined);
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
