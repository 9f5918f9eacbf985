import type { UpstreamError } from "@/lib/domain/upstream-error";
import { env } from "@/lib/env";
import { LIMITS } from "@/lib/limits";

/**
 * `Retry-After` in whole seconds, and for a client over its own limit `RateLimit-Policy` and `RateLimit`
 * (draft-ietf-httpapi-ratelimit-headers). No headers where waiting does not help.
 */
export function retryHeaders(
  error: Pick<UpstreamError, "code" | "retryAfterSeconds">,
): Record<string, string> {
  if (error.retryAfterSeconds === null) return {};
  const seconds = wholeSeconds(error.retryAfterSeconds);
  const headers = { "Retry-After": String(seconds) };
  if (error.code !== "too-many-requests") return headers;
  return {
    ...headers,
    "RateLimit-Policy": `"clients";q=${env().CLIENT_REQUESTS_PER_MINUTE};w=60`,
    RateLimit: `"clients";r=0;t=${seconds}`,
  };
}

/** At least 1, at most {@link LIMITS.retryAfterSeconds}. */
function wholeSeconds(seconds: number): number {
  const atMost = Math.min(Number.isNaN(seconds) ? 0 : seconds, LIMITS.retryAfterSeconds);
  return Math.max(1, Math.ceil(atMost));
}
