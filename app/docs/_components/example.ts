import { after } from "next/server";
import pTimeout, { TimeoutError } from "p-timeout";
import { isUpstreamError } from "@/lib/domain/upstream-error";
import { env } from "@/lib/env";
import { siteUrl } from "@/lib/http/site-url";
import { loadPlayer } from "@/lib/players/load-player";
import { listGames } from "@/lib/progress/list-games";
import { DEFAULT_LIST_QUERY } from "@/lib/progress/list-query";
import { DEMO_USERS } from "@/lib/retroachievements/demo";
import { upstreamMode } from "@/lib/retroachievements/retroachievements";

/** How long the page waits for a player that is not cached. */
const WAIT_MS = 1500;

/** The player and the address of the examples. */
export interface Example {
  /** A player that the site can show; null where its owner has named none. */
  player: {
    name: string;
    /** What the names of the files of cards can hold, by option: a game, a year, another player. */
    arguments: Readonly<Partial<Record<string, string>>>;
  } | null;
  /** A second player; undefined where there is none. */
  other: string | undefined;
  /** The name in examples, be there such a player or not. */
  user: string;
  /** The site's address, without a slash at its end. */
  site: string;
  /** What of a text stands for the address, where only a browser knows it; null if the owner has set it. */
  placeholder: string | null;
}

/** The documentation's player: a demo player, or the first that the owner names. No other is loaded. */
export async function findExample(): Promise<Example> {
  const { EXAMPLE_PLAYERS, PLAYERS, SITE_URL } = env();
  const [named, other] =
    upstreamMode() === "demo" ? DEMO_USERS : (EXAMPLE_PLAYERS ?? PLAYERS ?? []);
  const player = named === undefined ? null : await load(named, other);
  return {
    player,
    other,
    user: player?.name ?? "YourName",
    site: siteUrl(),
    placeholder: SITE_URL ? null : siteUrl(),
  };
}

/** A player who takes longer is there for the next who comes. */
async function load(user: string, other: string | undefined): Promise<Example["player"]> {
  const loading = loadPlayer(user);
  try {
    const { player } = await pTimeout(loading, { milliseconds: WAIT_MS });
    const [game] = listGames(player.games, DEFAULT_LIST_QUERY).games;
    return {
      name: player.profile.name,
      arguments: {
        ...(game && { id: String(game.id) }),
        year: String(
          new Date((game?.mostRecentAwardedAt ?? player.checkedAt / 1000) * 1000).getUTCFullYear(),
        ),
        ...(other !== undefined && { other }),
      },
    };
  } catch (error) {
    if (error instanceof TimeoutError) after(() => loading.catch(() => undefined));
    else if (!isUpstreamError(error)) throw error;
    return null;
  }
}
