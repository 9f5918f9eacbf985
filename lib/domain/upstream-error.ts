import { ERROR_KINDS } from "./error-kinds";

/** The code of an error: each has a class here. */
export type UpstreamErrorCode = keyof typeof ERROR_KINDS;

/** When to retry if RA did not say. */
const RETRY_SECONDS = 30;

/** What can go wrong when a player is loaded. Messages are safe to show: none has the key, a URL, or a text of RA's. */
export class UpstreamError extends Error {
  /**
   * @param code distinguishes the kinds across bundles, where `instanceof` can fail
   * @param retryAfterSeconds whole seconds after which a retry makes sense, or null if waiting does not help
   */
  constructor(
    readonly code: UpstreamErrorCode,
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(ERROR_KINDS[code].message);
    this.name = new.target.name;
  }
}

/** RA has no player of that name or ULID. */
export class PlayerNotFound extends UpstreamError {
  constructor() {
    super("player-not-found");
  }
}

/** RA refused the user as neither a name nor a ULID (its 422). */
export class InvalidUser extends UpstreamError {
  constructor() {
    super("invalid-user");
  }
}

/** RA refused the site's API key (401). */
export class UnauthorizedKey extends UpstreamError {
  constructor() {
    super("unauthorized-key");
  }
}

/** RA asked the site to slow down (429). */
export class RateLimited extends UpstreamError {
  constructor(retryAfterSeconds: number) {
    super("rate-limited", retryAfterSeconds);
  }
}

/** RA, or the network in front of it, did not answer (5xx, a CDN's 403, a broken connection). */
export class Unavailable extends UpstreamError {
  constructor(retryAfterSeconds = RETRY_SECONDS) {
    super("unavailable", retryAfterSeconds);
  }
}

/** RA took longer than UPSTREAM_TIMEOUT_MS. */
export class TimedOut extends UpstreamError {
  constructor() {
    super("timed-out", RETRY_SECONDS);
  }
}

/** RA answered with something other than what its API promises, such as a challenge page. */
export class InvalidResponse extends UpstreamError {
  /**
   * @param about `player`: RA answered with JSON about one player that cannot be read. `all`: the answer is not JSON, and
   * probably of something in front of RA, so that it concerns all players
   */
  constructor(readonly about: "player" | "all" = "player") {
    super("invalid-response", RETRY_SECONDS);
  }
}

/** The rate limiter allows no more requests to RA at the moment. */
export class Busy extends UpstreamError {
  constructor(retryAfterSeconds: number) {
    super("busy", retryAfterSeconds);
  }
}

/** One client asked for more players that are not stored than CLIENT_REQUESTS_PER_MINUTE allows. */
export class TooManyRequests extends UpstreamError {
  constructor(retryAfterSeconds: number) {
    super("too-many-requests", retryAfterSeconds);
  }
}

/** The site's owner serves some players only (PLAYERS), and not this one. */
export class PlayerNotServed extends UpstreamError {
  constructor() {
    super("player-not-served");
  }
}

/**
 * Whether something thrown is an {@link UpstreamError}. By its code, not by its class: the proxy, the pages and the
 * route handlers are separate bundles, each with its own classes.
 */
export function isUpstreamError(error: unknown): error is UpstreamError {
  return (
    error instanceof Error &&
    "code" in error &&
    typeof error.code === "string" &&
    Object.hasOwn(ERROR_KINDS, error.code)
  );
}

/**
 * The error of a code, as another instance of the site stored it.
 *
 * @param code {@link UpstreamErrorCode}; anything else is `unavailable`
 */
export function upstreamErrorOf(code: string, retryAfterSeconds: number | null): UpstreamError {
  if (!Object.hasOwn(ERROR_KINDS, code)) return new Unavailable();
  const known = code as UpstreamErrorCode;
  return new UpstreamError(known, ERROR_KINDS[known].isLasting ? null : retryAfterSeconds);
}
