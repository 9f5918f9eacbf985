import "server-only";
import { after } from "next/server";
import pTimeout, { TimeoutError } from "p-timeout";
import { isUpstreamError } from "@/lib/domain/upstream-error";
import { loadPlayer, recentPlayers } from "./load-player";
import { factsOf, type PlayerFacts } from "./recent-players";

/** The home page waits no longer than this for players who are not stored. */
const WAIT_MS = 1500;

/**
 * The players of the home page: those that the owner names, as far as they can be loaded now, in their order; if none,
 * the players visited lately in this process, at no cost.
 *
 * @param named names or ULIDs, a bounded number
 */
export async function examplePlayers(named: readonly string[]): Promise<PlayerFacts[]> {
  const found = (await Promise.all(named.map(find))).filter((facts) => facts !== null);
  return found.length > 0 ? found : recentPlayers();
}

/** A player who takes longer is there for the next visitor. */
async function find(user: string): Promise<PlayerFacts | null> {
  const loading = loadPlayer(user);
  try {
    return factsOf((await pTimeout(loading, { milliseconds: WAIT_MS })).player);
  } catch (error) {
    if (error instanceof TimeoutError) after(() => loading.catch(() => undefined));
    else if (!isUpstreamError(error)) throw error;
    return null;
  }
}
