import { randomUUID } from "node:crypto";
import { freshness } from "@/lib/env";
import { LIMITS } from "@/lib/limits";
import type { LoadedPlayer } from "@/lib/players/load-player";
import { BodyCache } from "./body-cache";
import { cacheHeaders } from "./cache-headers";
import { EncodedBody } from "./encoded-body";
import { encodedResponse } from "./encoded-response";

/** The body of a route's response, with its type. */
export interface ResponseContent {
  /** `Content-Type`. */
  type: string;
  body: string;
  /** In addition to the headers of every player route. */
  headers?: Record<string, string>;
}

/** The encoded body of a content. */
export function newBody({ type, body, headers }: ResponseContent): EncodedBody {
  return new EncodedBody(body, { "Content-Type": type, ...headers });
}

const KEY = Symbol.for("longplay.response-cache");
const shared = globalThis as { [KEY]?: BodyCache };

/** One cache for all routes: with one each, the memory used would grow with the number of routes. */
function sharedCache(): BodyCache {
  shared[KEY] ??= new BodyCache({
    maxBytes: LIMITS.answersBytes,
    maxBodyBytes: LIMITS.answerBytes,
  });
  return shared[KEY];
}

/**
 * The response cache of one route, an LRU shared with all others: a function that responds with the content of a key,
 * and calls `write` on a miss only. It sends 304 to a caller who has the content, and its age for HTTP caches.
 */
export function responseCache() {
  const cache = sharedCache();
  // Keys of different routes can be equal.
  const route = randomUUID();

  function cached(keyOfRoute: string, write: () => ResponseContent): EncodedBody {
    const key = `${route} ${keyOfRoute}`;
    const hit = cache.get(key);
    if (hit) return hit;
    const body = newBody(write());
    cache.set(key, body);
    return body;
  }

  /**
   * @param age the age of the data that the content is made from
   * @param key names everything that the content is made from
   */
  return (
    request: Request,
    age: Pick<LoadedPlayer, "state" | "ageSeconds">,
    key: string,
    write: () => ResponseContent,
  ): Promise<Response> =>
    encodedResponse(request, cached(key, write), cacheHeaders(age, freshness()));
}
