import { LIMITS } from "@/lib/limits";
import type { LoadedPlayer } from "@/lib/players/load-player";

/** Fresh and stale time in seconds, as the environment sets them. */
export interface Freshness {
  freshSeconds: number;
  /** After the fresh time. */
  staleSeconds: number;
}

/** 404s and the like: shared caches keep them for as long as this site does, since a new account should soon be found. */
export const SHORT_CACHE_CONTROL = `public, max-age=0, s-maxage=${LIMITS.notFoundSeconds}`;

/** Headers of a picture or badge that says why there is no other: kept for as long by browsers too. */
export const BRIEFLY_KEPT = {
  "Cache-Control": `public, max-age=${LIMITS.notFoundSeconds}, s-maxage=${LIMITS.notFoundSeconds}`,
  "CDN-Cache-Control": `max-age=${LIMITS.notFoundSeconds}`,
};

/** A stale answer is being refreshed: a network that showed it later would make it stale a second time. */
const STALE_ELSEWHERE_SECONDS = 60;

/**
 * Headers that tell shared caches how long an answer made from a player may be kept, counted from
 * when RA was asked, and where it came from (`Cache-Status`, RFC 9211: a negative ttl is staleness).
 * Browsers always ask again, which an entity tag makes cheap: `stale-while-revalidate` is for content
 * networks only (`CDN-Cache-Control`, RFC 9213), because in `Cache-Control` it makes browsers show what
 * they kept a week ago and fetch the new for the time after.
 */
export function cacheHeaders(
  loaded: Pick<LoadedPlayer, "state" | "ageSeconds">,
  freshness: Freshness,
): { "Cache-Control": string; "CDN-Cache-Control": string; "Cache-Status": string } {
  const { freshSeconds, staleSeconds } = freshness;
  const fresh = Math.max(0, timeToLive(loaded, freshSeconds));
  const left = Math.max(0, Math.floor(freshSeconds + staleSeconds - loaded.ageSeconds) - fresh);
  const stale = fresh > 0 ? left : Math.min(left, STALE_ELSEWHERE_SECONDS);
  return {
    ...pageCacheHeaders(loaded, freshness),
    "CDN-Cache-Control": `max-age=${fresh}, stale-while-revalidate=${stale}`,
  };
}

/**
 * The same for a page that is still to be rendered: if it throws, Next takes back `Cache-Control`
 * but leaves what else was set, and a content network would keep the failure.
 */
export function pageCacheHeaders(
  loaded: Pick<LoadedPlayer, "state" | "ageSeconds">,
  { freshSeconds }: Freshness,
): { "Cache-Control": string; "Cache-Status": string } {
  const ttl = timeToLive(loaded, freshSeconds);
  const status = {
    hit: `hit; ttl=${ttl}`,
    stale: `hit; ttl=${ttl}; detail=stale`,
    miss: "fwd=miss; stored; detail=miss",
  };
  return {
    // A stale answer for a second: for none, a cache that keeps what it may show stale would go on showing
    // the answer before, which had no date on it.
    "Cache-Control": `public, max-age=0, s-maxage=${Math.max(1, ttl)}`,
    "Cache-Status": `Longplay; ${status[loaded.state]}`,
  };
}

/** In seconds; negative when stale. */
function timeToLive({ ageSeconds }: Pick<LoadedPlayer, "ageSeconds">, freshSeconds: number) {
  return Math.ceil(freshSeconds - ageSeconds);
}
