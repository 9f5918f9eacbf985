import { ERROR_KINDS, errorKind } from "@/lib/domain/error-kinds";
import type { UpstreamError } from "@/lib/domain/upstream-error";
import type { LoadedPlayers } from "@/lib/players/load-players";

/**
 * The error to report where several players failed to load: what the caller can correct before what needs waiting, and
 * of that the longest wait, with the players that have it, as the caller typed them. Null if none failed.
 */
export function primaryError(failed: LoadedPlayers["failed"]) {
  const first = Math.min(...failed.map(({ error }) => rank(error)));
  const reported = failed.filter(({ error }) => rank(error) === first);
  const [longest] = reported.toSorted((a, b) => waitOf(b.error) - waitOf(a.error));
  return longest ? { error: longest.error, users: reported.map(({ user }) => user) } : null;
}

/** Lasting errors by their order among all errors; then all others alike. */
function rank({ code }: UpstreamError): number {
  return errorKind(code).isLasting
    ? Object.keys(ERROR_KINDS).indexOf(code)
    : Number.POSITIVE_INFINITY;
}

function waitOf({ retryAfterSeconds }: UpstreamError): number {
  return retryAfterSeconds ?? 0;
}
