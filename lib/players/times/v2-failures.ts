import { LRUCache } from "lru-cache";
import { isUpstreamError } from "@/lib/domain/upstream-error";
import { LIMITS } from "@/lib/limits";

/** After so many failures in a row API v2 counts as not available for a player: their points need not wait for it. */
const MOST_IN_A_ROW = 3;

/** Failures of API v2 in a row, of each player. */
export type V2Failures = ReturnType<typeof createV2Failures>;

/** Counts failures of API v2 in this process. */
export function createV2Failures() {
  const inARow = new LRUCache<string, number>({ max: LIMITS.fillingWaiting });
  return {
    /**
     * Makes a call about a player.
     *
     * @returns null after the last failure in a row
     * @throws what the call throws
     */
    async count<Result>(ulid: string, call: () => Promise<Result>): Promise<Result | null> {
      try {
        const result = await call();
        inARow.delete(ulid);
        return result;
      } catch (error) {
        if (!isOutage(error)) throw error;
        const failures = (inARow.get(ulid) ?? 0) + 1;
        if (failures < MOST_IN_A_ROW) {
          inARow.set(ulid, failures);
          throw error;
        }
        inARow.delete(ulid);
        return null;
      }
    },
  };
}

function isOutage(error: unknown): boolean {
  return isUpstreamError(error) && (error.code === "unavailable" || error.code === "timed-out");
}
