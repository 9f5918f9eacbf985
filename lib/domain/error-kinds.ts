/** What an error means for HTTP answers, docs, cards, logs and the rate limiter. */
export interface ErrorKind {
  /** For people: the detail of the API's answer. */
  message: string;
  /** The HTTP status of the API's answer. */
  status: number;
  /** Whether it holds for at least a minute: shared caches may keep the answer. */
  isLasting: boolean;
  /**
   * What it says about RA. `answered`: RA works. `paused`: RA wants a pause. `unreadable`: a failure unless it is about
   * one player only. `failed`: RA does not work. `none`: RA was not asked.
   */
  upstream: "answered" | "paused" | "unreadable" | "failed" | "none";
  /** The message of a card, by its key in the words of cards. */
  card: "unknownPlayer" | "noUserName" | "notShown" | "tooMany" | "moment" | "notAnswering";
  /** The problem of the API (RFC 9457): its title, and what happened and what to do. Null: an invalid parameter. */
  problem: { title: string; about: string } | null;
}

/**
 * All that can go wrong when a player is loaded, by its code, which is stable. If several players of a comparison
 * fail, the first of the lasting kinds is shown, in this order.
 */
export const ERROR_KINDS = {
  "invalid-user": {
    message: "That is not a RetroAchievements user name or ULID.",
    status: 422,
    isLasting: true,
    upstream: "answered",
    card: "noUserName",
    problem: null,
  },
  "player-not-found": {
    message: "RetroAchievements has no such player.",
    status: 404,
    isLasting: true,
    upstream: "answered",
    card: "unknownPlayer",
    problem: {
      title: "Player not found",
      about:
        "RetroAchievements has no player with that name or ULID, or hides the player's page. Capitals don't matter.",
    },
  },
  "player-not-served": {
    message: "This site only shows players chosen by its owner.",
    status: 403,
    isLasting: true,
    upstream: "none",
    card: "notShown",
    problem: {
      title: "Not shown here",
      about: "The owner of this site shows chosen players only, and this is not one of them.",
    },
  },
  "too-many-requests": {
    message: "You asked for too many new players within a minute.",
    status: 429,
    isLasting: false,
    upstream: "none",
    card: "tooMany",
    problem: {
      title: "Too many requests",
      about:
        "You asked for too many players who are not stored here. Wait for the seconds in `Retry-After`. Stored players still work.",
    },
  },
  "rate-limited": {
    message: "RetroAchievements asked this site to slow down.",
    status: 429,
    isLasting: false,
    upstream: "paused",
    card: "moment",
    problem: {
      title: "Too many requests",
      about:
        "RetroAchievements asked this site to slow down, and there is no saved copy of this player. Try again after `Retry-After`.",
    },
  },
  "unauthorized-key": {
    message: "RetroAchievements rejects this site's API key.",
    status: 502,
    isLasting: false,
    upstream: "failed",
    card: "notAnswering",
    problem: {
      title: "Bad answer from RetroAchievements",
      about:
        "RetroAchievements rejects this site's key. Only the owner of the site can fix that. Waiting does not help.",
    },
  },
  "invalid-response": {
    message: "RetroAchievements sent an answer that this site cannot read.",
    status: 502,
    isLasting: false,
    upstream: "unreadable",
    card: "notAnswering",
    problem: {
      title: "Bad answer from RetroAchievements",
      about:
        "RetroAchievements sent an answer that this site cannot read. Try again after `Retry-After`.",
    },
  },
  unavailable: {
    message: "RetroAchievements is not answering.",
    status: 503,
    isLasting: false,
    upstream: "failed",
    card: "notAnswering",
    problem: {
      title: "No answer right now",
      about:
        "RetroAchievements may be down, and there is no saved copy of this player. Try again after `Retry-After`.",
    },
  },
  busy: {
    message: "This site has used up its requests to RetroAchievements for this minute.",
    status: 503,
    isLasting: false,
    upstream: "none",
    card: "moment",
    problem: {
      title: "No answer right now",
      about:
        "This site has used up its requests to RetroAchievements for this minute. Try again after `Retry-After`.",
    },
  },
  "timed-out": {
    message: "RetroAchievements did not answer in time.",
    status: 504,
    isLasting: false,
    upstream: "failed",
    card: "notAnswering",
    problem: {
      title: "RetroAchievements took too long",
      about: "RetroAchievements did not answer in time. Try again after `Retry-After`.",
    },
  },
} as const satisfies Record<string, ErrorKind>;

/** What an error of some code means. */
export function errorKind(code: keyof typeof ERROR_KINDS): ErrorKind {
  return ERROR_KINDS[code];
}
