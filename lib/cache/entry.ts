import { isAhead, millisecondsSince } from "@/lib/domain/stored-time";
import type { UpstreamErrorCode } from "@/lib/domain/upstream-error";

/** A value as the upstream gave it. */
export interface Fetched<T> {
  /** What the value is stored under, which stays the same for as long as the thing exists. */
  id: string;
  value: T;
  /** When the upstream was asked, in epoch milliseconds. */
  fetchedAt: number;
}

/** A value in the memory of this process, and how its last refresh went. */
export interface Entry<T> extends Fetched<T> {
  /** Why the last refresh failed, or null if it did not. */
  refreshError: UpstreamErrorCode | null;
  /** No refresh begins before this time, in epoch milliseconds. */
  refreshAgainAt: number;
  /** When the store was last read for it, in epoch milliseconds. */
  storeReadAt: number;
}

/** How old a value may be. */
export interface Lifetimes {
  freshSeconds: number;
  /** After the fresh time: a stale value is answered while it is refreshed. */
  staleSeconds: number;
}

type Dated = Pick<Fetched<unknown>, "fetchedAt">;

/** Makes the rules of freshness from lifetimes. @param now epoch milliseconds */
export function createFreshness({ freshSeconds, staleSeconds }: Lifetimes, now: () => number) {
  /** A value dated in the future was stored by a clock that was ahead: it counts as stale, not as lost. */
  const ageSeconds = ({ fetchedAt }: Dated) =>
    isAhead(fetchedAt, now()) ? freshSeconds : millisecondsSince(fetchedAt, now()) / 1000;
  return {
    freshSeconds,
    /** For how long a value is worth storing. */
    storedSeconds: Math.max(1, freshSeconds + staleSeconds),
    ageSeconds,
    isFresh: (value: Dated) => ageSeconds(value) < freshSeconds,
    /** Whether a value is fresh or stale. */
    isUsable: (value: Dated) => ageSeconds(value) < freshSeconds + staleSeconds,
    /** Whether the upstream was asked at a time or since, in epoch milliseconds. */
    isSince: ({ fetchedAt }: Dated, since: number) =>
      fetchedAt >= since && !isAhead(fetchedAt, now()),
  };
}
