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

/** Answers how old values are. */
export interface Freshness extends Lifetimes {
  /** A value dated in the future was stored by a clock that was ahead: it counts as stale, not as lost. */
  ageSeconds(value: Pick<Fetched<unknown>, "fetchedAt">): number;
  isFresh(value: Pick<Fetched<unknown>, "fetchedAt">): boolean;
  /** Whether it is fresh or stale. */
  isUsable(value: Pick<Fetched<unknown>, "fetchedAt">): boolean;
  /** Whether the upstream was asked at a time or since, in epoch milliseconds. */
  isSince(value: Pick<Fetched<unknown>, "fetchedAt">, since: number): boolean;
  /** For how long a value is worth storing. */
  storedSeconds: number;
}

/** Makes the rules of freshness from lifetimes. @param now epoch milliseconds */
export function createFreshness(lifetimes: Lifetimes, now: () => number): Freshness {
  const { freshSeconds, staleSeconds } = lifetimes;
  const ageSeconds: Freshness["ageSeconds"] = ({ fetchedAt }) =>
    isAhead(fetchedAt, now()) ? freshSeconds : millisecondsSince(fetchedAt, now()) / 1000;
  return {
    ...lifetimes,
    storedSeconds: Math.max(1, freshSeconds + staleSeconds),
    ageSeconds,
    isFresh: (value) => ageSeconds(value) < freshSeconds,
    isUsable: (value) => ageSeconds(value) < freshSeconds + staleSeconds,
    isSince: ({ fetchedAt }, since) => fetchedAt >= since && !isAhead(fetchedAt, now()),
  };
}
