import "server-only";
import { after } from "next/server";
import { inTime } from "@/lib/async/in-time";
import type { Game, Player } from "@/lib/domain/player";
import type { GameOfPlayer } from "@/lib/games/achievement";
import { LIMITS } from "@/lib/limits";
import { outsideRequest } from "@/lib/outside-request";
import { admit, sharedGames } from "@/lib/players/load-player";
import { isRetired } from "@/lib/progress/won";
import { madeUpGame } from "@/lib/retroachievements";

/** A game's achievements as views get them. */
export interface LoadedGame {
  /** Null for a retired set, which has none. */
  game: GameOfPlayer | null;
  /** When RA was asked, in epoch milliseconds; null if it need not be. */
  checkedAt: number | null;
  /** Changes whenever `game` does, in any process: for `viewRevision`. */
  revision: string;
}

/**
 * Loads the achievements of a game that a player's list has: the only way from a view to them. They are refreshed first if
 * the list says that there is a newer unlock. Demo players have made-up ones.
 *
 * @param request the request of the client whose limit counts; left out for what the site loads for itself
 * @throws UpstreamError: why RA gave nothing while nothing is stored
 */
export async function loadGame(
  player: Player,
  game: Game,
  request?: Pick<Request, "headers">,
): Promise<LoadedGame> {
  if (isRetired(game)) return { game: null, checkedAt: null, revision: "retired" };
  const demo = madeUpGame(player, game.id);
  if (demo) return { game: demo, checkedAt: player.checkedAt, revision: "demo" };
  const ulid = player.profile.ulid.toLowerCase();
  // RA's dates are whole seconds: the unlock may have come later in its second.
  const since = ((game.mostRecentAwardedAt ?? -1) + 1) * 1000;
  const { value, refresh, stored } = await outsideRequest(() =>
    sharedGames().get(ulid, game.id, since, () => admit(request)),
  );
  // Serverless functions may freeze after the response: wait for what is under way.
  if (refresh) after(() => outsideRequest(refresh));
  if (stored) after(() => stored);
  const { facts, own, fetchedAt, factsAt } = value;
  return { game: { facts, own }, checkedAt: fetchedAt, revision: `${fetchedAt}.${factsAt}` };
}

/** The same for a page, which waits for some seconds at most; null: they cannot be had now. Never throws. */
export async function loadGameInTime(
  ...given: Parameters<typeof loadGame>
): Promise<LoadedGame | null> {
  const loading = loadGame(...given).catch(() => null);
  return inTime(loading, LIMITS.gameWaitMs).catch(() => {
    // The next request finds it.
    after(() => loading);
    return null;
  });
}
