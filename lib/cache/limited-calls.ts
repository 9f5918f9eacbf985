import { isUpstreamError } from "@/lib/domain/upstream-error";
import type { RateLimiter } from "./rate-limiter";

/** A fetch that makes calls to the upstream as the rate limiter allows. */
interface LimitedFetch {
  /** Whose failures these are: with it the circuit breaker distinguishes one bad key from an outage. */
  subject: string;
  cause: "load" | "refresh";
  /** Calls that the rate limiter has granted already. */
  granted: number;
}

/** Calls to the upstream: the rate limiter grants them, and gets their outcomes. */
export type LimitedCalls = ReturnType<typeof createLimitedCalls>;

/**
 * Makes calls that a rate limiter bounds; null: the upstream has no limit.
 *
 * @param of `player`: their outcomes open and close the circuit breaker. `game`: they have a share of their own, and that
 *   they fail stops no other call, unless RA asks for a pause
 */
export function createLimitedCalls(limiter: RateLimiter | null, of: "player" | "game" = "player") {
  const isOfGame = of === "game";

  async function report(subject: string, error: unknown): Promise<void> {
    const isPause = isUpstreamError(error) && error.code === "rate-limited";
    if (!isOfGame || isPause) await limiter?.report(subject, error);
  }

  /** Runs calls that were granted. @throws what they throw */
  async function run<Result>(
    subject: string,
    calls: () => Promise<Result>,
    hasBegun = () => true,
  ): Promise<Result> {
    try {
      const result = await calls();
      if (hasBegun()) void report(subject, null);
      return result;
    } catch (error) {
      // Before anyone sees the error: the next request must find a rate limiter that knows of it.
      if (hasBegun()) await report(subject, error);
      throw error;
    }
  }

  return {
    /** Costs nothing. @throws UpstreamError if the same calls of a load were refused a moment ago */
    throwIfRefused: (calls: number) =>
      limiter?.throwIfRefused({ calls, cause: isOfGame ? "game" : "load" }),

    /** Acquires calls that visitors can do without. @throws UpstreamError */
    async acquireInBackground(calls: number): Promise<void> {
      await limiter?.acquire({ calls, cause: "watch" });
    },

    /** Makes one call that visitors can do without. @throws UpstreamError */
    async callInBackground<Result>(subject: string, call: () => Promise<Result>): Promise<Result> {
      await limiter?.acquire({ calls: 1, cause: "watch" });
      return run(subject, call);
    },

    /**
     * Makes one call that everything else goes before. That it fails stops no other call, unless RA asks for a pause.
     *
     * @param own a limiter that also bounds such calls: a pause is of these alone then
     * @throws UpstreamError
     */
    async callToFill<Result>(
      subject: string,
      call: () => Promise<Result>,
      { cause = "fill", own }: { cause?: "times" | "fill"; own?: RateLimiter } = {},
    ): Promise<Result> {
      // First, since what it refuses is no call of the budget for all.
      await own?.acquire({ calls: 1, cause: "load" });
      await limiter?.acquire({ calls: 1, cause });
      try {
        return await call();
      } catch (error) {
        const isPause = isUpstreamError(error) && error.code === "rate-limited";
        if (isPause) await (own ?? limiter)?.report(subject, error);
        throw error;
      }
    },

    /**
     * Runs a fetch that acquires calls as it goes on: those after the first have priority, as the fetch has begun.
     *
     * @throws UpstreamError
     */
    async fetch<Result>(
      { subject, cause, granted }: LimitedFetch,
      calls: (acquire: (calls: number) => Promise<void>) => Promise<Result>,
    ): Promise<Result> {
      let left = granted;
      let hasBegun = false;
      const acquire = async (wanted: number) => {
        const missing = Math.max(0, wanted - left);
        left -= wanted - missing;
        const own = isOfGame ? "game" : cause;
        const isMore = hasBegun || granted > 0;
        if (missing > 0) await limiter?.acquire({ calls: missing, cause: isMore ? "more" : own });
        hasBegun = true;
      };
      return run(
        subject,
        () => calls(acquire),
        () => hasBegun,
      );
    },
  };
}
