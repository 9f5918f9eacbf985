import { randomUUID } from "node:crypto";
import { LRUCache } from "lru-cache";
import { freshness } from "@/lib/env";
import { LIMITS } from "@/lib/limits";
import type { LoadedPlayer } from "@/lib/players/load-player";
import { cacheHeaders } from "./cache-headers";
import { entityTag, matchesEntityTag } from "./entity-tag";

/** What a route answers. */
export interface Written {
  /** `Content-Type`. */
  type: string;
  body: string;
  /** Others than those of every route about players. */
  headers?: Record<string, string>;
}

/** What was written, as it is sent. */
interface Kept {
  headers: Record<string, string> & { ETag: string };
  body: Uint8Array<ArrayBuffer>;
}

const KEY = Symbol.for("longplay.answers");
const shared = globalThis as { [KEY]?: LRUCache<string, Kept> };

/** One cache for all routes: with one each, what a process keeps would grow with the number of routes. */
function keptAnswers(): LRUCache<string, Kept> {
  shared[KEY] ??= new LRUCache<string, Kept>({
    maxSize: LIMITS.answersBytes,
    maxEntrySize: LIMITS.answerBytes,
    sizeCalculation: ({ body }, key) => body.length + key.length,
  });
  return shared[KEY];
}

/**
 * Makes a function that answers with what was written for a key, which is written once for as long as there is
 * room for it: 304 for who has it already, and with its age for caches.
 */
export function keepAnswers() {
  const kept = keptAnswers();
  // Routes have the same keys.
  const route = randomUUID();

  function writeOnce(keyOfRoute: string, write: () => Written): Kept {
    const key = `${route} ${keyOfRoute}`;
    const before = kept.get(key);
    if (before) return before;
    const { type, body, headers } = write();
    // Of its own memory: a small buffer is a part of a larger one, which it would keep.
    const bytes = new Uint8Array(Buffer.from(body));
    const made = {
      headers: { "Content-Type": type, ...headers, ETag: entityTag(bytes) },
      body: bytes,
    };
    kept.set(key, made);
    return made;
  }

  /**
   * @param age of what the answer is made from
   * @param key of all that it is made from
   */
  return (
    request: Request,
    age: Pick<LoadedPlayer, "state" | "ageSeconds">,
    key: string,
    write: () => Written,
  ): Response => {
    const { headers: own, body } = writeOnce(key, write);
    const headers = { ...own, ...cacheHeaders(age, freshness()) };
    return matchesEntityTag(request.headers.get("If-None-Match"), own.ETag)
      ? new Response(null, { status: 304, headers })
      : new Response(body, { status: 200, headers });
  };
}
