import type { UpstreamErrorCode } from "@/lib/domain/upstream-error";

const STATUS: Record<UpstreamErrorCode, number> = {
  "player-not-found": 404,
  "invalid-user": 422,
  "unauthorized-key": 502,
  "rate-limited": 429,
  unavailable: 503,
  "timed-out": 504,
  "invalid-response": 502,
  busy: 503,
  "too-many-requests": 429,
  "player-not-served": 403,
};

/** The HTTP status of this site's response for an upstream error. */
export function upstreamStatus(code: UpstreamErrorCode): number {
  return STATUS[code];
}
