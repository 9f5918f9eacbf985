import type { UpstreamError } from "@/lib/domain/upstream-error";
import type { LoadedPlayers } from "@/lib/players/load-players";

/** What is told of several players of whom some could not be had. */
export interface ToldFailure {
  error: UpstreamError;
  /** Whom it is about, as they were typed. */
  users: string[];
}

/**
 * What is told where several failed: what the caller can mend, before what has to be waited for, and of that what
 * takes longest. Null if nobody failed.
 */
export function toldFailure(failed: LoadedPlayers["failed"]): ToldFailure | null {
  const first = Math.min(...failed.map(({ error }) => rank(error)));
  const told = failed.filter(({ error }) => rank(error) === first);
  const [longest] = told.toSorted((a, b) => waitOf(b.error) - waitOf(a.error));
  return longest ? { error: longest.error, users: told.map(({ user }) => user) } : null;
}

function rank({ code }: UpstreamError): number {
  if (code === "invalid-user") return 0;
  if (code === "player-not-found") return 1;
  return code === "player-not-served" ? 2 : 3;
}

function waitOf({ retryAfterSeconds }: UpstreamError): number {
  return retryAfterSeconds ?? 0;
}
