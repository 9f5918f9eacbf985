import { isUpstreamError, type UpstreamError } from "@/lib/domain/upstream-error";
import { SHORT_CACHE_CONTROL } from "./cache-headers";
import { retryHeaders } from "./retry-headers";
import { upstreamStatus } from "./upstream-status";

/** One bad parameter and what is wrong with it. */
export interface InvalidField {
  name: string;
  reason: string;
}

const TITLES: Record<number, string> = {
  400: "Malformed address",
  403: "Not served here",
  404: "No such player",
  422: "Invalid parameters",
  429: "Too many requests",
  502: "Bad answer from RetroAchievements",
  503: "No answer for now",
  504: "RetroAchievements took too long",
};

interface Problem {
  status: number;
  detail: string;
  /** For `Cache-Status`. */
  code: string;
  errors?: InvalidField[];
  headers?: Record<string, string>;
}

/** What cannot be otherwise in a minute: shared caches may answer it. */
const LASTING: ReadonlySet<number> = new Set([403, 404, 422]);

function problemResponse({ status, detail, code, errors, headers }: Problem): Response {
  const body = { type: "about:blank", title: TITLES[status], status, detail, code, errors };
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

/** 400 problem details for a URL whose percent-encoding stands for nothing. */
export function malformedAddress(): Response {
  const detail = "The percent-encoding of this address stands for nothing.";
  return problemResponse({ status: 400, detail, code: "malformed-address" });
}

/** 422 problem details (RFC 9457) that name every bad parameter in `errors`. */
export function invalidParameters(errors: InvalidField[]): Response {
  const detail = errors.map(({ name, reason }) => `${name} ${reason}`).join("; ");
  return problemResponse({ status: 422, detail, code: "invalid-parameters", errors });
}

/** Problem details (RFC 9457) for what a load threw. @throws what is not an `UpstreamError`. */
export function upstreamProblem(error: unknown): Response {
  if (!isUpstreamError(error)) throw error;
  if (error.code === "invalid-user") {
    return invalidParameters([
      { name: "user", reason: "must be a user name of 2–20 letters and digits, or a ULID" },
    ]);
  }
  return problemResponse(problemOf(error));
}

function problemOf(error: UpstreamError): Problem {
  return {
    status: upstreamStatus(error.code),
    detail: error.message,
    code: error.code,
    headers: retryHeaders(error),
  };
}
