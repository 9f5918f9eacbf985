import type { UpstreamErrorCode } from "@/lib/domain/upstream-error";
import { LIMITS } from "@/lib/limits";
import { upstreamStatus } from "./upstream-status";

/** What a problem's `code` can be: what can go wrong upstream, and what is wrong with the request itself. */
export type ProblemCode =
  | Exclude<UpstreamErrorCode, "invalid-user">
  | "malformed-address"
  | "invalid-parameters"
  | "no-such-address"
  | "year-not-found"
  | "history-unavailable";

/** One kind of problem, for the answer and for the page that explains it. */
export interface ProblemKind {
  status: number;
  /** The same for every problem of the kind. */
  title: string;
  /** What happened, and what to do about it. */
  about: string;
}

/** Every kind of problem (RFC 9457) that the JSON routes answer with, by its code. */
export const PROBLEMS: Readonly<Record<ProblemCode, ProblemKind>> = {
  "malformed-address": {
    status: 400,
    title: "Malformed address",
    about: "A percent sign in the address is not followed by two hexadecimal digits. Encode it.",
  },
  "player-not-served": {
    status: upstreamStatus("player-not-served"),
    title: "Not served here",
    about: "The owner of this site shows some players only, and this is none of them.",
  },
  "no-such-address": {
    status: 404,
    title: "Nothing here",
    about: "There is no such address under /api. This page lists those that there are.",
  },
  "player-not-found": {
    status: upstreamStatus("player-not-found"),
    title: "No such player",
    about: `RetroAchievements has no player of that name or ULID, or does not show the player's page. This answer is kept for ${LIMITS.notFoundSeconds} seconds here, and by a shared cache for as long.`,
  },
  "year-not-found": {
    status: 404,
    title: "No such year",
    about:
      "The player's years begin with that of the first award and end with this one. `years` lists them.",
  },
  "invalid-parameters": {
    status: 422,
    title: "Invalid parameters",
    about:
      "Some parameters have values that mean nothing. Each is named in `errors` with the reason, and with the values that are allowed where these are few. Nothing was asked of RetroAchievements.",
  },
  "too-many-requests": {
    status: upstreamStatus("too-many-requests"),
    title: "Too many requests",
    about:
      "You asked for too many players who are not stored here. Wait for as many seconds as `Retry-After` says; players who are stored are answered all the same.",
  },
  "rate-limited": {
    status: upstreamStatus("rate-limited"),
    title: "Too many requests",
    about:
      "RetroAchievements asked this site to slow down, and this player is not stored. Come back after `Retry-After`.",
  },
  "unauthorized-key": {
    status: upstreamStatus("unauthorized-key"),
    title: "Bad answer from RetroAchievements",
    about:
      "RetroAchievements refused this site's key. Only the owner of the site can mend that: waiting does not help.",
  },
  "invalid-response": {
    status: upstreamStatus("invalid-response"),
    title: "Bad answer from RetroAchievements",
    about: "RetroAchievements sent something that cannot be read. Come back after `Retry-After`.",
  },
  unavailable: {
    status: upstreamStatus("unavailable"),
    title: "No answer for now",
    about:
      "RetroAchievements is not answering, and this player is not stored. Come back after `Retry-After`.",
  },
  busy: {
    status: upstreamStatus("busy"),
    title: "No answer for now",
    about:
      "This site has asked RetroAchievements for as much as it may in a minute. Come back after `Retry-After`.",
  },
  "timed-out": {
    status: upstreamStatus("timed-out"),
    title: "RetroAchievements took too long",
    about: "RetroAchievements did not answer in time. Come back after `Retry-After`.",
  },
  "history-unavailable": {
    status: 503,
    title: "No history for now",
    about:
      "The store of this site does not answer in time, so what is kept of the player cannot be told. Come back after `Retry-After`.",
  },
};

/** The id of a problem's paragraph on `/docs`. */
export function problemId(code: ProblemCode): string {
  return `problem-${code}`;
}
