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

/** The HTTP status with which this site reports what went wrong upstream. */
export function upstreamStatus(code: UpstreamErrorCode): number {
  return STATUS[code];
}
