import { CACHE_TIMES } from "@/lib/cache-times";
import { ERROR_KINDS, errorKind } from "@/lib/domain/error-kinds";
import type { UpstreamErrorCode } from "@/lib/domain/upstream-error";

/** What is wrong with a request itself. */
type RequestProblemCode =
  | "malformed-address"
  | "no-such-address"
  | "year-not-found"
  | "game-not-found"
  | "invalid-parameters"
  | "history-unavailable"
  | "unlocks-unavailable";

/** The codes of errors that are problems of their own. */
type ErrorProblemCode = Exclude<UpstreamErrorCode, "invalid-user">;

/** What a problem's `code` can be: an error of a load, or what is wrong with the request itself. */
export type ProblemCode = ErrorProblemCode | RequestProblemCode;

/** One kind of problem, for the answer and for the page that explains it. */
export interface ProblemKind {
  status: number;
  /** The same for every problem of the kind. */
  title: string;
  /** What happened, and what to do about it. */
  about: string;
}

const REQUEST_PROBLEMS: Readonly<Record<RequestProblemCode, ProblemKind>> = {
  "malformed-address": {
    status: 400,
    title: "Malformed address",
    about: "A % in the address is not followed by two hex digits. Write it as %25.",
  },
  "no-such-address": {
    status: 404,
    title: "No such address",
    about: "There is no such address under /api. /docs/api lists all of them.",
  },
  "year-not-found": {
    status: 404,
    title: "Year not found",
    about: "The player's years go from the first award to today. `years` lists them.",
  },
  "game-not-found": {
    status: 404,
    title: "Game not found",
    about: "The player has not started this game: /games lists all.",
  },
  "invalid-parameters": {
    status: 422,
    title: "Invalid parameters",
    about:
      "Some parameters have values that are not allowed. `errors` names each with the reason, and with the allowed values if there are few. RetroAchievements was not asked.",
  },
  "history-unavailable": {
    status: 503,
    title: "History unavailable",
    about: "The store of this site does not answer in time. Try again after `Retry-After`.",
  },
  "unlocks-unavailable": {
    status: 503,
    title: "Unlocks unavailable",
    about: "The store of this site does not answer in time. Try again after `Retry-After`.",
  },
};

/** The codes of the problems that any load of a player can end with. */
export const LOAD_PROBLEMS: readonly ErrorProblemCode[] = (
  Object.keys(ERROR_KINDS) as UpstreamErrorCode[]
).filter((code) => code !== "invalid-user");

/** Every kind of problem (RFC 9457) that the JSON routes answer with, by its code; the lowest status first. */
export const PROBLEMS: Readonly<Record<ProblemCode, ProblemKind>> = byStatus({
  ...REQUEST_PROBLEMS,
  ...loadProblems(),
});

function loadProblems(): Record<ErrorProblemCode, ProblemKind> {
  const kept = ` Cached for ${CACHE_TIMES.notFound.seconds} seconds.`;
  const problems = LOAD_PROBLEMS.map((code) => {
    const { title, about } = ERROR_KINDS[code].problem;
    const { status } = errorKind(code);
    return [code, { status, title, about: code === "player-not-found" ? about + kept : about }];
  });
  return Object.fromEntries(problems);
}

function byStatus<Problems extends Record<string, ProblemKind>>(problems: Problems): Problems {
  const sorted = Object.entries(problems).sort(([, one], [, other]) => one.status - other.status);
  return Object.fromEntries(sorted) as Problems;
}

/** The fragment of a problem's entry on `/docs`, and of its paragraph on `/docs/problems`. */
export function problemId(code: ProblemCode): string {
  return `problem-${code}`;
}
