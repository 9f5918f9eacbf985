import type { RetroAchievements } from "@/lib/retroachievements/retroachievements";
import type { Unlock, UnlockName } from "@/lib/unlocks/unlock";
import type { ReadUnlocks } from "./apply-unlocks";

/** How unlocks are asked for. */
export interface UnlockCalls {
  fetchUnlocks: RetroAchievements["fetchUnlocks"];
  /** Makes one call as the rate limiter allows. @throws UpstreamError */
  callToFill<Result>(user: string, call: () => Promise<Result>): Promise<Result>;
}

/** What some calls have brought. */
export interface ReadPages extends ReadUnlocks {
  /** The second from which reading goes on; null: the period is read to its end. */
  next: number | null;
  /** Why reading ended before that, if a call failed. */
  error: unknown;
}

/**
 * Reads a period call by call. What was read before a call failed is kept.
 *
 * @param from a second, as `to`: the last one
 * @param mayGoOn is asked before each call
 */
export async function readPages(
  { fetchUnlocks, callToFill }: UnlockCalls,
  ulid: string,
  { from, to }: { from: number; to: number },
  mayGoOn: () => boolean,
): Promise<ReadPages> {
  const unlocks: Unlock[] = [];
  const names: UnlockName[] = [];
  let next: number | null = from;
  let pages = fetchUnlocks(ulid, { from, to });
  try {
    while (next !== null && mayGoOn()) {
      const { value: page } = await callToFill(ulid, () => pages.next());
      if (!page) break;
      unlocks.push(...page.unlocks);
      names.push(...page.names);
      next = page.next;
      // A second with more unlocks than a call can bring ends the pages.
      if (page.isCut && next !== null) pages = fetchUnlocks(ulid, { from: next, to });
    }
    return { unlocks, names, next, error: null };
  } catch (error) {
    return { unlocks, names, next, error };
  }
}
