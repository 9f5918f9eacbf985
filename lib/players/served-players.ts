import { waitAtMost } from "@/lib/async/sleep";
import { PlayerNotServed } from "@/lib/domain/upstream-error";
import { isUlid } from "@/lib/domain/user";
import type { PlayerCache } from "./player-cache";

/** How long the first request for another player waits for the names and ULIDs of the chosen players. */
const LOAD_WAIT_MS = 1000;
/** If some of them could not be loaded, it is tried again after this time. */
const RETRY_MS = 60_000;

/**
 * Serves only the players that the owner has chosen (PLAYERS), each by name and by ULID: other players cost RA no call.
 * To know both, each process loads the chosen players once.
 *
 * @param chosen names or ULIDs in any case, a bounded number; undefined: all players are served
 * @returns a function that throws `PlayerNotServed`
 */
export function serveOnly(
  chosen: readonly string[] | undefined,
  cache: PlayerCache,
): (user: string) => Promise<void> {
  if (!chosen) return async () => undefined;
  const listed = new Set(chosen.map((user) => user.toLowerCase()));
  let loaded: Promise<unknown> | undefined;
  const load = async () => {
    const all = await Promise.allSettled([...listed].map((each) => cache.get(each)));
    if (all.every(({ status }) => status === "fulfilled")) return;
    setTimeout(() => {
      loaded = undefined;
    }, RETRY_MS).unref();
  };
  return async (user) => {
    const typed = user.toLowerCase();
    if (listed.has(typed)) return;
    if ([...listed].some((each) => isUlid(each) !== isUlid(typed))) {
      loaded ??= load();
      await waitAtMost(loaded, LOAD_WAIT_MS);
    }
    const ulid = cache.identify(typed);
    const isListed = [...listed].some((each) => cache.identify(each) === ulid);
    if (ulid === null || !isListed) throw new PlayerNotServed();
  };
}
