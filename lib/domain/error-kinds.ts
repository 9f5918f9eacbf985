/** What an error means to everything that meets it: the HTTP answers, the docs, cards, logs and the rate limiter. */
export interface ErrorKind {
  /** For people: the detail of the API's answer. */
  message: string;
  /** The HTTP status of the API's answer. */
  status: number;
  /** Whether it stays so for a minute at least, whatever is done: shared caches may keep the answer. */
  isLasting: boolean;
  /**
   * What it says of RA. `answered`: RA works. `paused`: RA wants a pause. `unreadable`: a failure if RA answered about
   * no player. `failed`: RA does not work. `none`: RA was not asked.
   */
  upstream: "answered" | "paused" | "unreadable" | "failed" | "none";
  /** The message of a card, by its key in the words of cards. */
  card: "unknownPlayer" | "noUserName" | "notShown" | "tooMany" | "moment" | "notAnswering";
  /** The problem of the API (RFC 9457): its title, and what happened with what to do. Null: another one. */
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
    // It is an invalid parameter like another.
    problem: null,
  },
  "player-not-found": {
    message: "RetroAchievements has no such player.",
    status: 404,
    isLasting: true,
    upstream: "answered",
    card: "unknownPlayer",
    problem: {
      title: "No such player",
      about: "RetroAchievements has no player with that name or ULID, or hides the player's page.",
    },
  },
  "player-not-served": {
    message: "This site shows only the players that its owner has chosen.",
    status: 403,
    isLasting: true,
    upstream: "none",
    card: "notShown",
    problem: {
      title: "Not served here",
      about: "The owner of this site shows only some players, and not this one.",
    },
  },
  "too-many-requests": {
    message: "You have asked this site for too many new players at once.",
    status: 429,
    isLasting: false,
    upstream: "none",
    card: "tooMany",
    problem: {
      title: "Too many requests",
      about:
        "You asked for too many players who are not stored here. Wait for `Retry-After`; stored players still work.",
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
        "RetroAchievements asked this site to slow down, and this player is not stored. Wait for `Retry-After`.",
    },
  },
  "unauthorized-key": {
    message: "RetroAchievements refused this site's API key.",
    status: 502,
    isLasting: false,
    upstream: "failed",
    card: "notAnswering",
    problem: {
      title: "Bad answer from RetroAchievements",
      about:
        "RetroAchievements refused this site's key. Only the owner can fix that; waiting does not help.",
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
      about: "RetroAchievements sent an answer that this site cannot read. Wait for `Retry-After`.",
    },
  },
  unavailable: {
    message: "RetroAchievements is not answering.",
    status: 503,
    isLasting: false,
    upstream: "failed",
    card: "notAnswering",
    problem: {
      title: "No answer for now",
      about:
        "RetroAchievements does not answer, and this player is not stored. Wait for `Retry-After`.",
    },
  },
  busy: {
    message: "This site has asked RetroAchievements for as much as it may for now.",
    status: 503,
    isLasting: false,
    upstream: "none",
    card: "moment",
    problem: {
      title: "No answer for now",
      about:
        "This site has used up its requests to RetroAchievements for this minute. Wait for `Retry-After`.",
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
      about: "RetroAchievements did not answer in time. Wait for `Retry-After`.",
    },
  },
} as const satisfies Record<string, ErrorKind>;

/** What an error of some code means. */
export function errorKind(code: keyof typeof ERROR_KINDS): ErrorKind {
  return ERROR_KINDS[code];
}
