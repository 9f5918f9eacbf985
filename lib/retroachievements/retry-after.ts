import { LIMITS } from "@/lib/limits";

/**
 * `Retry-After` (seconds or an HTTP date) as whole seconds from now; null if it is neither. Bounded, so that a mistake of
 * RA cannot stop this site for days.
 */
export function retryAfterSeconds(header: string | null): number | null {
  if (header === null) return null;
  const seconds = /^\d+$/.test(header)
    ? Number(header)
    : Math.ceil((Date.parse(header) - Date.now()) / 1000);
  if (Number.isNaN(seconds)) return null;
  return Math.min(LIMITS.retryAfterSeconds, Math.max(0, seconds));
}
