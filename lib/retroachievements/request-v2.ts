import { setImmediate as nextTurn } from "node:timers/promises";
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
import { parseJson } from "./parse-json";
import { readBody } from "./read-body";
import { type ClientOptions, parsing } from "./request";
import type { V2Unavailable } from "./retroachievements";
import { retryAfterSeconds } from "./retry-after";

/** A 429 of API v2 need not say how long to wait: its limit is one of a minute. */
const PAUSE_SECONDS = 60;
/** After a refusal API v2 is not asked for so long, by this process. */
const REFUSED_MS = 86_400_000;

const OUTCOMES: Record<V2Unavailable["reason"], Outcome> = {
  off: "ok",
  refused: "unauthorized-key",
  "not-found": "player-not-found",
  "unknown-format": "invalid-response",
};

/** One answer of API v2, or why it cannot be had. */
export type V2Answer<Content> = { state: "ok"; content: Content } | V2Unavailable;

/**
 * One GET of API v2, read from parsed JSON.
 *
 * @param read gives null for a document that is not as expected
 * @throws UpstreamError, and nothing else
 */
export type SendV2 = <Content>(
  endpoint: V2Endpoint,
  path: string,
  query: Readonly<Record<string, string | number>>,
  read: (answer: unknown) => Content | null,
) => Promise<V2Answer<Content>>;

const UNKNOWN_FORMAT: V2Unavailable = { state: "unavailable", reason: "unknown-format" };
const BY_STATUS: Readonly<Record<number, V2Unavailable>> = {
  400: UNKNOWN_FORMAT,
  401: { state: "unavailable", reason: "refused" },
  403: { state: "unavailable", reason: "refused" },
  404: { state: "unavailable", reason: "not-found" },
};

/**
 * The function that sends requests to RA's API v2, and emits an event for each. Where v2 cannot be had for any player, since the
 * key opens no v2 or the answer cannot be read, it sends none for a day.
 */
export function createSendV2({
  apiKey,
  v2BaseUrl = "",
  timeoutMs,
  userAgent,
}: ClientOptions): SendV2 {
  let refusal: { until: number; answer: V2Unavailable } | null = null;

  /** The key is in a header. Neither it nor an error of `fetch` may leave this function. */
  async function send(url: URL): Promise<V2Answer<unknown>> {
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
        await response.body?.cancel().catch(() => undefined);
        const seconds = retryAfterSeconds(response.headers.get("Retry-After"));
        if (response.status === 429) throw new RateLimited(seconds ?? PAUSE_SECONDS);
        const unavailable = BY_STATUS[response.status];
        if (unavailable) return unavailable;
        throw new Unavailable(seconds ?? undefined);
      }
      const body = await readBody(response, LIMITS.v2PageBytes);
      const content = await parsing(async () => {
        await nextTurn();
        return parseJson(body, LIMITS.v2PageValues);
      });
      return { state: "ok", content };
    } catch (error) {
      if (error instanceof InvalidResponse) return UNKNOWN_FORMAT;
      if (error instanceof UpstreamError) throw error;
      if (error instanceof DOMException && error.name === "TimeoutError") throw new TimedOut();
      throw new Unavailable();
    } finally {
      own.clear();
    }
  }

  return async (endpoint, path, query, read) => {
    if (v2BaseUrl === "") return { state: "unavailable", reason: "off" };
    if (refusal && Date.now() < refusal.until) return refusal.answer;
    const url = new URL(`${v2BaseUrl}/${path}`);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
    const started = performance.now();
    const emit = (outcome: Outcome) => {
      const milliseconds = performance.now() - started;
      observe({ type: "upstream", endpoint, outcome, milliseconds });
    };
    try {
      const answer = await send(url);
      if (answer.state === "ok") {
        const content = read(answer.content);
        if (content !== null) {
          emit("ok");
          return { state: "ok", content };
        }
      }
      const unavailable = answer.state === "ok" ? UNKNOWN_FORMAT : answer;
      // A player whom v2 does not find says nothing about the others.
      if (unavailable.reason !== "not-found") {
        refusal = { until: Date.now() + REFUSED_MS, answer: unavailable };
      }
      emit(OUTCOMES[unavailable.reason]);
      return unavailable;
    } catch (error) {
      emit(isUpstreamError(error) ? error.code : "unavailable");
      throw error;
    }
  };
}
