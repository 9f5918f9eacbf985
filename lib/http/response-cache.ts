import { randomUUID } from "node:crypto";
import { LRUCache } from "lru-cache";
import { freshness } from "@/lib/env";
import { LIMITS } from "@/lib/limits";
import type { LoadedPlayer } from "@/lib/players/load-player";
import { cacheHeaders } from "./cache-headers";
import { entityTag, matchesEntityTag } from "./entity-tag";

/** The body of a route's response, with its type. */
export interface ResponseContent {
  /** `Content-Type`. */
  type: string;
  body: string;
  /** In addition to the headers of every player route. */
  headers?: Record<string, string>;
}

/** A response as it is sent, without the headers that depend on its age. */
interface CachedResponse {
  headers: Record<string, string> & { ETag: string };
  body: Uint8Array<ArrayBuffer>;
}

const KEY = Symbol.for("longplay.response-cache");
const shared = globalThis as { [KEY]?: LRUCache<string, CachedResponse> };

/** One cache for all routes: with one each, the memory used would grow with the number of routes. */
function sharedCache(): LRUCache<string, CachedResponse> {
  shared[KEY] ??= new LRUCache<string, CachedResponse>({
    maxSize: LIMITS.answersBytes,
    maxEntrySize: LIMITS.answerBytes,
    sizeCalculation: ({ body }, key) => body.length + key.length,
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

  function cached(keyOfRoute: string, write: () => ResponseContent): CachedResponse {
    const key = `${route} ${keyOfRoute}`;
    const hit = cache.get(key);
    if (hit) return hit;
    const { type, body, headers } = write();
    // Copied, since a small Buffer is a slice of a larger one that it would keep in memory.
    const bytes = new Uint8Array(Buffer.from(body));
    const response = {
      headers: { "Content-Type": type, ...headers, ETag: entityTag(bytes) },
      body: bytes,
    };
    cache.set(key, response);
    return response;
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
  ): Response => {
    const { headers: own, body } = cached(key, write);
    const headers = { ...own, ...cacheHeaders(age, freshness()) };
    return matchesEntityTag(request.headers.get("If-None-Match"), own.ETag)
      ? new Response(null, { status: 304, headers })
      : new Response(body, { status: 200, headers });
  };
}
