import { CACHE_TIMES } from "@/lib/cache-times";
import { ERROR_KINDS, errorKind } from "@/lib/domain/error-kinds";
import type { UpstreamErrorCode } from "@/lib/domain/upstream-error";

/** What is wrong with a request itself. */
type RequestProblemCode =
  | "malformed-address"
  | "no-such-address"
  | "year-not-found"
  | "invalid-parameters"
  | "history-unavailable";

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
    about: "A percent sign in the address is not followed by two hexadecimal digits. Encode it.",
  },
  "no-such-address": {
    status: 404,
    title: "Nothing here",
    about: "There is no such address under /api. This page lists those that there are.",
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
      "Some parameters have values that are not allowed. Each is named in `errors` with the reason, and with the values that are allowed where these are few. Nothing was asked of RetroAchievements.",
  },
  "history-unavailable": {
    status: 503,
    title: "No history for now",
    about:
      "The store of this site does not answer in time, so the player's history cannot be read. Come back after `Retry-After`.",
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
  const kept = ` This answer is kept for ${CACHE_TIMES.notFound.seconds} seconds here, and by a shared cache for as long.`;
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

/** The id of a problem's paragraph on `/docs`. */
export function problemId(code: ProblemCode): string {
  return `problem-${code}`;
}
