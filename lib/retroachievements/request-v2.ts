import { setImmediate as nextTurn } from "node:timers/promises";
import { z } from "zod";
import {
  InvalidResponse,
  isUpstreamError,
  RateLimited,
  TimedOut,
  Unavailable,
  UpstreamError,
} from "@/lib/domain/upstream-error";
import { LIMITS } from "@/lib/limits";
import { type Outcome, observe, type V2Endpoint } from "@/lib/observe/observe";
import { abortAfter } from "./abort-after";
import { readErrorBody } from "./error-body";
import { parseJson } from "./parse-json";
import { readBody } from "./read-body";
import { type ClientOptions, parsing } from "./request";
import type { V2Answer, V2Unavailable } from "./retroachievements";
import { retryAfterSeconds } from "./retry-after";

/** A 429 of API v2 need not say how long to wait: its limit is one of a minute. */
const PAUSE_SECONDS = 60;
/** After a refusal API v2 is not asked for the same so long, by this process. */
const REFUSED_MS = 86_400_000;

const OUTCOMES: Record<V2Unavailable["reason"], Outcome> = {
  off: "ok",
  refused: "unauthorized-key",
  "not-found": "player-not-found",
  "unknown-format": "invalid-response",
};

/** How API v2 is asked. */
export interface V2Client {
  /**
   * One GET of API v2, read from parsed JSON.
   *
   * @param read gives null for a document of another shape, and throws `InvalidResponse` for one that only this player has
   * @throws UpstreamError, and nothing else
   */
  send: <Content>(
    endpoint: V2Endpoint,
    path: string,
    query: Readonly<Record<string, string | number>>,
    read: (answer: unknown) => Content | null,
  ) => Promise<V2Answer<Content>>;
  /** Whether an endpoint has refused this process within a day: nothing is sent to it. */
  isRefused: (endpoint: V2Endpoint) => boolean;
}

/** Why API v2 cannot be had, and what else cannot: all of it with this key, the endpoint, or nothing but this player. */
interface Refusal {
  reason: Exclude<V2Unavailable["reason"], "off">;
  of: "key" | "endpoint" | "player";
}

const OTHER_FORMAT: Refusal = { reason: "unknown-format", of: "endpoint" };
const errorDocument = z.looseObject({ errors: z.array(z.unknown()).min(1) });

/** The refusal of an answer without success, if it is one of RA itself: what a CDN sends in its place is no JSON. */
async function refusalOf(response: Response): Promise<Refusal | null> {
  const { status } = response;
  if (![400, 401, 403, 404].includes(status)) {
    await response.body?.cancel().catch(() => undefined);
    return null;
  }
  const body = await readErrorBody(response, LIMITS.v2ErrorBytes);
  // Where there is no API v2, nothing is found of any player.
  if (status === 404) {
    const isOfPlayer = errorDocument.safeParse(body).success;
    return isOfPlayer ? { reason: "not-found", of: "player" } : OTHER_FORMAT;
  }
  if (body === null) return null;
  if (status === 400) return OTHER_FORMAT;
  return { reason: "refused", of: status === 401 ? "key" : "endpoint" };
}

/**
 * The function that sends requests to RA's API v2, and emits an event for each. What cannot be had for any player, since the
 * key does not open it or its answers cannot be read, is not asked for a day.
 */
export function createV2Client({
  apiKey,
  v2BaseUrl = "",
  timeoutMs,
  userAgent,
}: ClientOptions): V2Client {
  const refusals = new Map<V2Endpoint | "key", { until: number; answer: V2Unavailable }>();

  function refusedWith(endpoint: V2Endpoint): V2Unavailable | null {
    const known = [refusals.get("key"), refusals.get(endpoint)];
    return known.find((each) => each && Date.now() < each.until)?.answer ?? null;
  }

  /** The key is in a header. Neither it nor an error of `fetch` may leave this function. */
  async function get<Content>(
    url: URL,
    read: (answer: unknown) => Content | null,
  ): Promise<{ content: Content } | Refusal> {
    const own = abortAfter(timeoutMs);
    try {
      const response = await fetch(url, {
        headers: {
          "User-Agent": userAgent,
          Accept: "application/vnd.api+json",
          "X-API-Key": apiKey,
        },
        // A redirect would carry the key to another host.
        redirect: "manual",
        cache: "no-store",
        signal: own.signal,
      });
      if (!response.ok) {
        const seconds = retryAfterSeconds(response.headers.get("Retry-After"));
        const refusal = await refusalOf(response);
        if (refusal) return refusal;
        if (response.status === 429) throw new RateLimited(seconds ?? PAUSE_SECONDS);
        throw new Unavailable(seconds ?? undefined);
      }
      const body = await readBody(response, LIMITS.v2PageBytes);
      const content = await parsing(async () => {
        await nextTurn();
        return read(parseJson(body, LIMITS.v2PageValues));
      });
      return content === null ? OTHER_FORMAT : { content };
    } catch (error) {
      if (error instanceof InvalidResponse && error.about === "player") {
        return { reason: "unknown-format", of: "player" };
      }
      // What is no JSON is of something in front of RA.
      if (error instanceof InvalidResponse) throw new Unavailable();
      if (error instanceof UpstreamError) throw error;
      if (error instanceof DOMException && error.name === "TimeoutError") throw new TimedOut();
      throw new Unavailable();
    } finally {
      own.clear();
    }
  }

  return {
    isRefused: (endpoint) => refusedWith(endpoint) !== null,
    async send(endpoint, path, query, read) {
      if (v2BaseUrl === "") return { state: "unavailable", reason: "off" };
      const refused = refusedWith(endpoint);
      if (refused) return refused;
      const url = new URL(`${v2BaseUrl}/${path}`);
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
      const started = performance.now();
      const emit = (outcome: Outcome) => {
        const milliseconds = performance.now() - started;
        observe({ type: "upstream", endpoint, outcome, milliseconds });
      };
      try {
        const answer = await get(url, read);
        if ("content" in answer) {
          emit("ok");
          return { state: "ok", content: answer.content };
        }
        const { reason, of } = answer;
        const unavailable: V2Unavailable = { state: "unavailable", reason };
        if (of !== "player") {
          const until = Date.now() + REFUSED_MS;
          refusals.set(of === "key" ? "key" : endpoint, { until, answer: unavailable });
        }
        emit(OUTCOMES[reason]);
        return unavailable;
      } catch (error) {
        emit(isUpstreamError(error) ? error.code : "unavailable");
        throw error;
      }
    },
  };
}
