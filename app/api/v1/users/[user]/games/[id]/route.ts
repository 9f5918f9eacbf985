import { findGame, gameJson, readGamePath } from "@/lib/http/game-json";
import { json, playerRouteWithData } from "@/lib/http/player-route";
import { gameNotFound } from "@/lib/http/problem";
import { loadGame } from "@/lib/players/games/load-game";
import { toApiRow } from "@/lib/retroachievements/wire";

/** One game of a player, with its achievements. */
export const GET = playerRouteWithData({
  read: readGamePath,
  async readData(player, gameId, request) {
    const game = findGame(player, gameId);
    if (!game) return gameNotFound(gameId);
    const loaded = await loadGame(player, game, request);
    return { value: { game, loaded }, version: loaded.revision };
  },
  write: ({ player }, _, { game, loaded }) => json(gameJson(player, toApiRow(game), loaded)),
});
