import { waitAtMost } from "@/lib/async/sleep";
import { PlayerNotServed } from "@/lib/domain/upstream-error";
import { isUlid } from "@/lib/domain/user";
import type { PlayerCache } from "./player-cache";

/** How long a stranger's request waits, once a process, to learn who the chosen players are. */
const LEARN_MS = 1000;
/** If RA did not answer for all of them, it is asked again after so long. */
const LEARN_AGAIN_MS = 60_000;

/**
 * Lets through only whom the owner has chosen (PLAYERS), by name or ULID whichever of the two was
 * chosen; nothing is ever asked about anybody else. To know a chosen player by the other of the two,
 * each process loads the chosen ones once.
 *
 * @param chosen names or ULIDs in any case, a bounded number; none: everyone is let through
 * @returns a function that throws `PlayerNotServed`
 */
export function serveOnly(
  chosen: readonly string[] | undefined,
  cache: PlayerCache,
): (user: string) => Promise<void> {
  if (!chosen) return async () => undefined;
  const listed = new Set(chosen.map((user) => user.toLowerCase()));
  let learned: Promise<unknown> | undefined;
  const learn = async () => {
    const all = await Promise.allSettled([...listed].map((each) => cache.get(each)));
    if (all.every(({ status }) => status === "fulfilled")) return;
    setTimeout(() => {
      learned = undefined;
    }, LEARN_AGAIN_MS).unref();
  };
  return async (user) => {
    const typed = user.toLowerCase();
    if (listed.has(typed)) return;
    if ([...listed].some((each) => isUlid(each) !== isUlid(typed))) {
      learned ??= learn();
      await waitAtMost(learned, LEARN_MS);
    }
    const ulid = cache.identify(typed);
    const isListed = [...listed].some((each) => cache.identify(each) === ulid);
    if (ulid === null || !isListed) throw new PlayerNotServed();
  };
}
