import type { RateLimiter } from "./rate-limiter";

/** A fetch that makes calls to the upstream as the rate limiter allows. */
export interface LimitedFetch {
  /** Whose failures these are: the rate limiter tells one bad thing from an outage by it. */
  subject: string;
  cause: "load" | "refresh";
  /** Calls that the rate limiter has granted already. */
  granted: number;
}

/** Calls to the upstream: the rate limiter grants them and hears how they ended. */
export interface LimitedCalls {
  /** Costs nothing. @throws UpstreamError if the same calls of a load were refused a moment ago */
  throwIfRefused(calls: number): void;
  /** Acquires calls that visitors can do without. @throws UpstreamError */
  acquireInBackground(calls: number): Promise<void>;
  /** Makes one call that visitors can do without. @throws UpstreamError */
  callInBackground<Result>(subject: string, call: () => Promise<Result>): Promise<Result>;
  /**
   * Runs a fetch that acquires calls as it goes on: those after the first have priority, as the fetch has begun.
   *
   * @throws UpstreamError; {@link wasRefused} tells whether it is the rate limiter's
   */
  fetch<Result>(
    fetch: LimitedFetch,
    run: (acquire: (calls: number) => Promise<void>) => Promise<Result>,
  ): Promise<Result>;
  /** Whether the rate limiter threw this error in {@link fetch}. */
  wasRefused(error: unknown): boolean;
}

/** Makes calls that a rate limiter bounds; null: the upstream has no limit. */
export function createLimitedCalls(limiter: RateLimiter | null): LimitedCalls {
  const refusals = new WeakSet<object>();
  return {
    throwIfRefused: (calls) => limiter?.throwIfRefused({ calls, cause: "load" }),
    async acquireInBackground(calls) {
      await limiter?.acquire({ calls, cause: "watch" });
    },
    async callInBackground(subject, call) {
      await limiter?.acquire({ calls: 1, cause: "watch" });
      try {
        const result = await call();
        void limiter?.report(subject, null);
        return result;
      } catch (error) {
        await limiter?.report(subject, error);
        throw error;
      }
    },
    async fetch({ subject, cause, granted }, run) {
      let left = granted;
      let hasBegun = false;
      const acquire = async (calls: number) => {
        const missing = Math.max(0, calls - left);
        left -= calls - missing;
        if (missing > 0) {
          const isMore = hasBegun || granted > 0;
          await limiter
            ?.acquire({ calls: missing, cause: isMore ? "more" : cause })
            .catch((error: object) => {
              refusals.add(error);
              throw error;
            });
        }
        hasBegun = true;
      };
      try {
        const result = await run(acquire);
        if (hasBegun) void limiter?.report(subject, null);
        return result;
      } catch (error) {
        // Before anyone sees the error: the next request must find a rate limiter that knows of it.
        if (hasBegun) await limiter?.report(subject, error);
        throw error;
      }
    },
    wasRefused: (error) => typeof error === "object" && error !== null && refusals.has(error),
  };
}
