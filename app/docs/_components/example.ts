import { after } from "next/server";
import pTimeout, { TimeoutError } from "p-timeout";
import { EXAMPLE_GAME, EXAMPLE_TOTAL } from "@/lib/api-docs/example";
import type { Game } from "@/lib/domain/player";
import { isUpstreamError } from "@/lib/domain/upstream-error";
import { env } from "@/lib/env";
import { siteUrl } from "@/lib/http/site-url";
import { loadPlayer } from "@/lib/players/load-player";
import { listGames } from "@/lib/progress/list-games";
import { DEFAULT_LIST_QUERY } from "@/lib/progress/list-query";
import { DEMO_USERS } from "@/lib/retroachievements/demo";
import { mediaBase, upstreamMode } from "@/lib/retroachievements/retroachievements";

/** How long the page waits for a player that is not cached. */
const WAIT_MS = 1500;

interface ExamplePlayer {
  name: string;
  /** Arguments of card files by option: a game, a year, another player. */
  arguments: Readonly<Partial<Record<string, string>>>;
  /** The first game of the player's completion progress; undefined without games. */
  game: Game | undefined;
  /** The number of games. */
  total: number;
}

/** The player and the site's URL in examples. */
export interface Example {
  /** A player that the site can show; null if its owner named none, or while that one cannot be loaded. */
  player: ExamplePlayer | null;
  /** A second player, if there is one. */
  other: string | undefined;
  /** The name in examples, with or without such a player. */
  user: string;
  /** The first row of a completion progress: the player's, or a made-up game. */
  game: Game;
  total: number;
  /** What stands before the path of the game's icon. */
  mediaBase: string;
  /** The site's URL without a trailing slash. */
  site: string;
  /** The part of a text that the browser replaces with its own origin; null if the owner has set the URL. */
  placeholder: string | null;
}

/** The documentation's player: a demo player, or the first that the owner names. No other is loaded. */
export async function findExample(): Promise<Example> {
  const { EXAMPLE_PLAYERS, PLAYERS, SITE_URL } = env();
  const [named, other] =
    upstreamMode() === "demo" ? DEMO_USERS : (EXAMPLE_PLAYERS ?? PLAYERS ?? []);
  const player = named === undefined ? null : await load(named, other);
  const hasGame = player?.game !== undefined;
  return {
    player,
    other,
    user: player?.name ?? "YourName",
    game: player?.game ?? EXAMPLE_GAME,
    total: hasGame ? player.total : EXAMPLE_TOTAL,
    mediaBase: hasGame ? mediaBase() : "/demo-media",
    site: siteUrl(),
    placeholder: SITE_URL ? null : siteUrl(),
  };
}

/** A player who takes longer is there for the next request. */
async function load(user: string, other: string | undefined): Promise<ExamplePlayer | null> {
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
      game: player.games[0],
      total: player.games.length,
    };
  } catch (error) {
    if (error instanceof TimeoutError) after(() => loading.catch(() => undefined));
    else if (!isUpstreamError(error)) throw error;
    return null;
  }
}
