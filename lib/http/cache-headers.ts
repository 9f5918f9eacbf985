import { CACHE_TIMES } from "@/lib/cache-times";
import type { LoadedPlayer } from "@/lib/players/load-player";

/** Fresh and stale time in seconds, as the environment sets them. */
export interface Freshness {
  freshSeconds: number;
  /** After the fresh time. */
  staleSeconds: number;
}

const SHORT_SECONDS = CACHE_TIMES.notFound.seconds;

/** For answers that cannot change in a minute, such as 404s and redirects. Browsers ask again. */
export const SHORT_CACHE_CONTROL = `public, max-age=0, s-maxage=${SHORT_SECONDS}`;

/** Headers of a card or badge that says what went wrong: browsers cache it for as long. */
export const ERROR_IMAGE_CACHE = {
  "Cache-Control": `public, max-age=${SHORT_SECONDS}, s-maxage=${SHORT_SECONDS}`,
  "CDN-Cache-Control": `max-age=${SHORT_SECONDS}`,
};

/**
 * Headers that say how long shared caches may keep an answer made from a player, counted from when RA was asked, and
 * where it came from (`Cache-Status`, RFC 9211: a negative ttl is staleness). Browsers always ask again, which an
 * entity tag makes cheap. `stale-while-revalidate` is for CDNs only (`CDN-Cache-Control`, RFC 9213): in
 * `Cache-Control` it would make browsers show an answer of a week ago first.
 */
export function cacheHeaders(
  loaded: Pick<LoadedPlayer, "state" | "ageSeconds">,
  freshness: Freshness,
): { "Cache-Control": string; "CDN-Cache-Control": string; "Cache-Status": string } {
  const { freshSeconds, staleSeconds } = freshness;
  const fresh = Math.max(0, timeToLive(loaded, freshSeconds));
  const left = Math.max(0, Math.floor(freshSeconds + staleSeconds - loaded.ageSeconds) - fresh);
  const stale = fresh > 0 ? left : Math.min(left, CACHE_TIMES.stale.seconds);
  return {
    ...pageCacheHeaders(loaded, freshness),
    "CDN-Cache-Control": `max-age=${fresh}, stale-while-revalidate=${stale}`,
  };
}

/**
 * The same for a page that is not rendered yet. If it throws, Next removes `Cache-Control` but no other header, and a
 * CDN would cache the failure.
 *
 * @param mostSeconds how long shared caches may keep it at most
 */
export function pageCacheHeaders(
  loaded: Pick<LoadedPlayer, "state" | "ageSeconds">,
  { freshSeconds }: Freshness,
  mostSeconds = Number.POSITIVE_INFINITY,
): { "Cache-Control": string; "Cache-Status": string } {
  const ttl = timeToLive(loaded, freshSeconds);
  const status = {
    hit: `hit; ttl=${ttl}`,
    stale: `hit; ttl=${ttl}; detail=stale`,
    miss: "fwd=miss; stored; detail=miss",
  };
  return {
    // One second for a stale answer: with none, a cache would go on with the answer before, which shows no date.
    "Cache-Control": `public, max-age=0, s-maxage=${Math.max(1, Math.min(ttl, mostSeconds))}`,
    "Cache-Status": `Longplay; ${status[loaded.state]}`,
  };
}

/** In seconds; negative when stale. */
function timeToLive({ ageSeconds }: Pick<LoadedPlayer, "ageSeconds">, freshSeconds: number) {
  return Math.ceil(freshSeconds - ageSeconds);
}
