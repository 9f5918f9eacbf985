import "server-only";
import { after } from "next/server";
import pTimeout, { TimeoutError } from "p-timeout";
import { errorKind } from "@/lib/domain/error-kinds";
import { isUpstreamError } from "@/lib/domain/upstream-error";
import { isUlid } from "@/lib/domain/user";
import { env } from "@/lib/env";
import { LIMITS } from "@/lib/limits";
import { type LoadedPlayer, loadPlayer, recentPlayers, withoutRemoved } from "./load-player";
import { factsOf, type PlayerFacts } from "./recent-players";

/** The home page waits no longer than this for players who are not stored. */
const WAIT_MS = 1500;
/** Players whose cards the home page shows. */
const EXAMPLES = 2;

/** The players of the home page. */
interface HomePlayers {
  /** Loaded players, a bounded number. */
  shown: PlayerFacts[];
  /** Names of served players who are not loaded: there are too many, or RA did not answer in time. */
  others: string[];
  /** Up to two of the shown players who have games, for the cards. */
  examples: LoadedPlayer[];
}

/**
 * The players of the home page: the named ones, then the served ones. If none of them can be loaded, the players visited
 * lately in this process, at no cost.
 *
 * @param named names or ULIDs (EXAMPLE_PLAYERS, or the demo players)
 * @param served names or ULIDs (PLAYERS); empty if all players are served
 */
export async function homePlayers(
  named: readonly string[],
  served: readonly string[],
): Promise<HomePlayers> {
  const asked = [...new Set([...named, ...served].map((user) => user.toLowerCase()))];
  const first = asked.slice(0, LIMITS.examplePlayers);
  const results = await Promise.all(first.map(find));
  const loaded = new Map(
    results.flatMap((found) =>
      typeof found === "object" ? [[found.player.profile.ulid, found]] : [],
    ),
  );
  const found = [...loaded.values()];
  const shown =
    found.length > 0 ? found.map(({ player }) => factsOf(player)) : await recentPlayers();
  const absent = new Set([
    ...first.filter((_, at) => results[at] === "unreached"),
    ...asked.slice(LIMITS.examplePlayers),
  ]);
  for (const { name } of shown) absent.delete(name.toLowerCase());
  const others = served.filter((user) => !isUlid(user) && absent.has(user.toLowerCase()));
  const withGames = found.filter(({ player }) => player.games.length > 0).slice(0, EXAMPLES);
  return {
    shown,
    others: await withoutRemoved(others),
    examples: found.length > 0 ? withGames : await freshOnes(shown),
  };
}

/** A player who takes longer is there for the next visitor. */
async function find(user: string): Promise<LoadedPlayer | "unreached" | "unknown"> {
  const loading = loadPlayer(user);
  try {
    return await pTimeout(loading, { milliseconds: WAIT_MS });
  } catch (error) {
    if (error instanceof TimeoutError) {
      after(() => loading.catch(() => undefined));
      return "unreached";
    }
    if (!isUpstreamError(error)) throw error;
    return errorKind(error.code).isLasting ? "unknown" : "unreached";
  }
}

/** Players who are fresh: the card of a stale one would cause a request to RA that no visitor asked for. */
async function freshOnes(shown: readonly PlayerFacts[]): Promise<LoadedPlayer[]> {
  const freshMs = env().CACHE_FRESH_SECONDS * 1000;
  const fresh = shown.filter(({ checkedAt }) => Date.now() - checkedAt < freshMs);
  const loaded = await Promise.all(fresh.slice(0, EXAMPLES).map(({ ulid }) => find(ulid)));
  return loaded.filter((found) => typeof found === "object");
}
