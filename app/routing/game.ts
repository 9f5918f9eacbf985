import { noSuchGameValues } from "@/app/errors/page-values";
import {
  NOT_LOADED,
  NOT_LOADED_PARAMETER,
  otherPlayers,
  revisionOfOthers,
} from "@/app/user/[user]/game/[id]/shown-game";
import { findGame, readGameId } from "@/lib/http/game-json";
import { playerPageHeaders } from "@/lib/http/player-page-headers";
import { loadGameInTime } from "@/lib/players/games/load-game";
import type { LoadedPlayer } from "@/lib/players/load-player";
import { viewRevision } from "@/lib/players/view-revision";
import { notFoundCacheControl, show, writeErrorPage } from "./answers";

/**
 * Answers with the page of one of a player's games, or a 404 with links.
 *
 * @param segment where the game's id is in the URL
 */
export async function showGame(
  request: Request,
  asked: URL,
  loaded: LoadedPlayer,
  segment: string,
): Promise<Response> {
  const { player } = loaded;
  const gameId = readGameId(segment);
  const game = gameId === null ? null : findGame(player, gameId);
  if (!game) {
    const values = noSuchGameValues(player.profile.name, segment, gameId);
    return writeErrorPage(asked, "no-such-game", values, 404, {
      "Cache-Status": "Longplay; detail=game-not-found",
      "Cache-Control": notFoundCacheControl(asked),
      "X-Robots-Tag": "noindex",
    });
  }
  const [shown, others] = await Promise.all([
    loadGameInTime(player, game, request),
    otherPlayers(player, game),
  ]);
  const revision = await viewRevision("game", loaded, [
    shown?.revision ?? NOT_LOADED,
    ...revisionOfOthers(others),
  ]);
  const headers = await playerPageHeaders("game", [loaded]);
  // A page without its achievements must not be cached.
  if (!shown) headers["Cache-Control"] = "no-store";
  const search = shown ? "" : `?${NOT_LOADED_PARAMETER}=${NOT_LOADED}`;
  return show(request, asked, { pathname: `/user/${revision}/game/${game.id}`, search, headers });
}
