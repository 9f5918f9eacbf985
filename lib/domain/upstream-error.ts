import { ERROR_KINDS } from "./error-kinds";

/** The code of an error: each has a class here. */
export type UpstreamErrorCode = keyof typeof ERROR_KINDS;

/**
 * An error of a request to RetroAchievements. Messages are safe to show: they contain no key, no URL, and no text from
 * RA.
 */
export abstract class UpstreamError extends Error {
  /** Stable, for logs and across bundles, where `instanceof` can fail. */
  abstract readonly code: UpstreamErrorCode;
  /** Whole seconds until a retry makes sense, or null where waiting does not help. */
  readonly retryAfterSeconds: number | null;

  constructor(message: string, retryAfterSeconds: number | null = null) {
    super(message);
    this.name = new.target.name;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** RA has no player of that name or ULID. */
export class PlayerNotFound extends UpstreamError {
  readonly code = "player-not-found";
  constructor() {
    super("RetroAchievements has no such player.");
  }
}

/** RA refused the user as not being a name or a ULID (its 422). */
export class InvalidUser extends UpstreamError {
  readonly code = "invalid-user";
  constructor() {
    super("That is not a RetroAchievements user name or ULID.");
  }
}

/** RA refused the site's API key (401). */
export class UnauthorizedKey extends UpstreamError {
  readonly code = "unauthorized-key";
  constructor() {
    super("RetroAchievements refused this site's API key.");
  }
}

/** RA asked the site to slow down (429). */
export class RateLimited extends UpstreamError {
  readonly code = "rate-limited";
  constructor(retryAfterSeconds: number) {
    super("RetroAchievements asked this site to slow down.", retryAfterSeconds);
  }
}

/** RA, or the network in front of it, did not answer (5xx, a CDN's 403, a broken connection). */
export class Unavailable extends UpstreamError {
  readonly code = "unavailable";
  constructor(retryAfterSeconds = 30) {
    super("RetroAchievements is not answering.", retryAfterSeconds);
  }
}

/** RA took longer than UPSTREAM_TIMEOUT_MS. */
export class TimedOut extends UpstreamError {
  readonly code = "timed-out";
  constructor() {
    super("RetroAchievements did not answer in time.", 30);
  }
}

/** RA answered with something other than what its API promises, such as a challenge page. */
export class InvalidResponse extends UpstreamError {
  readonly code = "invalid-response";
  /**
   * `player`: RA sent unreadable JSON about one player. `all`: the answer is not JSON, so it probably comes from something
   * in front of RA and affects all players.
   */
  readonly about: "player" | "all";
  constructor(about: "player" | "all" = "player") {
    super("RetroAchievements sent an answer that this site cannot read.", 30);
    this.about = about;
  }
}

/** This site has used up its budget of requests to RA for now. */
export class Busy extends UpstreamError {
  readonly code = "busy";
  constructor(retryAfterSeconds: number) {
    super(
      "This site has asked RetroAchievements for as much as it may for now.",
      retryAfterSeconds,
    );
  }
}

/** A client asked for too many players that are not stored (CLIENT_REQUESTS_PER_MINUTE). */
export class TooManyRequests extends UpstreamError {
  readonly code = "too-many-requests";
  constructor(retryAfterSeconds: number) {
    super("You have asked this site for too many new players at once.", retryAfterSeconds);
  }
}

/** The site's owner serves only some players (PLAYERS), and not this one. */
export class PlayerNotServed extends UpstreamError {
  readonly code = "player-not-served";
  constructor() {
    super("This site shows only the players that its owner has chosen.");
  }
}

/**
 * Whether a thrown value is an {@link UpstreamError}. Compares the code, since proxy, pages and route handlers are
 * bundled separately and have different classes.
 */
export function isUpstreamError(error: unknown): error is UpstreamError {
  return (
    error instanceof Error &&
    "code" in error &&
    typeof error.code === "string" &&
    Object.hasOwn(ERROR_KINDS, error.code)
  );
}

const ERRORS: Record<UpstreamErrorCode, (seconds: number | undefined) => UpstreamError> = {
  "invalid-user": () => new InvalidUser(),
  "player-not-found": () => new PlayerNotFound(),
  "player-not-served": () => new PlayerNotServed(),
  "too-many-requests": (seconds = 60) => new TooManyRequests(seconds),
  "rate-limited": (seconds = 60) => new RateLimited(seconds),
  "unauthorized-key": () => new UnauthorizedKey(),
  "invalid-response": () => new InvalidResponse(),
  unavailable: (seconds) => new Unavailable(seconds),
  busy: (seconds = 60) => new Busy(seconds),
  "timed-out": () => new TimedOut(),
};

/**
 * The error of a code, as another instance of the site stored it.
 *
 * @param code {@link UpstreamErrorCode}; anything else is `unavailable`
 */
export function upstreamErrorOf(code: string, retryAfterSeconds: number | null): UpstreamError {
  const known = Object.hasOwn(ERRORS, code) ? (code as UpstreamErrorCode) : "unavailable";
  return ERRORS[known](retryAfterSeconds ?? undefined);
}
