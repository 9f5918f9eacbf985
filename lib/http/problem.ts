import { isUpstreamError } from "@/lib/domain/upstream-error";
import { env } from "@/lib/env";
import { SHORT_CACHE_CONTROL } from "./cache-headers";
import { PROBLEMS, type ProblemCode, problemId } from "./problems";
import { retryHeaders } from "./retry-headers";

/** A bad parameter and what is wrong with it. */
export interface InvalidField {
  name: string;
  reason: string;
  /** All allowed values, if there are few. */
  allowed?: readonly string[];
}

/** What a URL asks for, or what is wrong with it. */
export type Parsed<Asked> = { query: Asked } | { errors: readonly InvalidField[] };

interface Problem {
  detail: string;
  errors?: readonly InvalidField[];
  /** The players that it is about, if several were requested. */
  users?: readonly string[] | undefined;
  years?: readonly number[];
  headers?: Record<string, string>;
}

/** A store that timed out may answer the next time. */
export const STORE_RETRY_SECONDS = 10;

/** Statuses that stay the same for a minute: shared caches may answer with them. */
const LASTING: ReadonlySet<number> = new Set([403, 404, 422]);

function problemResponse(code: ProblemCode, { headers, detail, ...more }: Problem): Response {
  const { status, title } = PROBLEMS[code];
  const body = { type: problemType(code), title, status, detail, code, ...more };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      "Content-Type": "application/problem+json",
      "Cache-Control": LASTING.has(status) ? SHORT_CACHE_CONTROL : "no-store",
      "Cache-Status": `Longplay; detail=${code}`,
      ...headers,
    },
  });
}

/** The URL that explains a problem; relative if SITE_URL is not set. */
function problemType(code: ProblemCode): string {
  return `${env().SITE_URL ?? ""}/docs#${problemId(code)}`;
}

/** 400 problem details for a URL with invalid percent-encoding. */
export function malformedAddress(): Response {
  return problemResponse("malformed-address", {
    detail: "The percent-encoding of this address is invalid.",
  });
}

/** 404 problem details for an unknown address of the API, with links to the documentation (RFC 8631). */
export function noSuchAddress(): Response {
  return problemResponse("no-such-address", {
    detail: "There is no such address. /docs lists all of them.",
    headers: { Link: '</docs>; rel="service-doc", </api/openapi.json>; rel="service-desc"' },
  });
}

/** 404 problem details for a year without a review, with the years that have one. */
export function yearNotFound(years: readonly number[]): Response {
  const first = years[0];
  const last = years.at(-1);
  const range =
    first === last ? `The only year is ${first}.` : `The years are ${first} to ${last}.`;
  return problemResponse("year-not-found", { detail: range, years });
}

/** 404 problem details for a game that is not in the player's list. */
export function gameNotFound(gameId: number): Response {
  return problemResponse("game-not-found", {
    detail: `The player's list does not have the game ${gameId}.`,
  });
}

/** 503 problem details for a history that cannot be read at the moment. */
export function historyUnavailable(): Response {
  return problemResponse("history-unavailable", {
    detail: "The player's history cannot be read right now.",
    headers: { "Retry-After": String(STORE_RETRY_SECONDS) },
  });
}

/** 503 problem details for unlocks that cannot be read at the moment. */
export function unlocksUnavailable(): Response {
  return problemResponse("unlocks-unavailable", {
    detail: "The player's unlocks cannot be read right now.",
    headers: { "Retry-After": String(STORE_RETRY_SECONDS) },
  });
}

/** 422 problem details (RFC 9457) that name every bad parameter in `errors`. */
export function invalidParameters(errors: readonly InvalidField[]): Response {
  const detail = errors.map(({ name, reason }) => `${name} ${reason}`).join("; ");
  return problemResponse("invalid-parameters", { detail, errors });
}

/**
 * Problem details (RFC 9457) for an error of a load.
 *
 * @param users the players that it is about, if several were requested
 * @throws any error that is not an `UpstreamError`
 */
export function upstreamProblem(error: unknown, users?: readonly string[]): Response {
  if (!isUpstreamError(error)) throw error;
  const { code, message } = error;
  if (code === "invalid-user") {
    return invalidParameters([
      { name: "user", reason: "must be a user name of 2–20 letters and digits, or a ULID" },
    ]);
  }
  const detail = users ? `${users.join(", ")}: ${message}` : message;
  return problemResponse(code, { detail, users, headers: retryHeaders(error) });
}
