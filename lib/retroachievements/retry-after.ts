import { LIMITS } from "@/lib/limits";

/**
 * `Retry-After` as whole seconds from now, from either of its two forms, and never more than a bound:
 * a slip of RA's is not to stop this site for days. Null if it is neither.
 */
export function retryAfterSeconds(header: string | null): number | null {
  if (header === null) return null;
  const seconds = /^\d+$/.test(header)
    ? Number(header)
    : Math.ceil((Date.parse(header) - Date.now()) / 1000);
  if (Number.isNaN(seconds)) return null;
  return Math.min(LIMITS.retryAfterSeconds, Math.max(0, seconds));
}
