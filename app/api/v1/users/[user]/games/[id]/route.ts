import { findGame, gameJson, readGamePath } from "@/lib/http/game-json";
import { json, playerRouteWithData } from "@/lib/http/player-route";
import { readTimes } from "@/lib/http/player-times";
import { gameNotFound } from "@/lib/http/problem";
import { loadGame } from "@/lib/players/games/load-game";

/** One game of a player, with its achievements. */
export const GET = playerRouteWithData({
  read: readGamePath,
  async readData(player, gameId, request) {
    const game = findGame(player, gameId);
    if (!game) return gameNotFound(gameId);
    const [loaded, times] = await Promise.all([loadGame(player, game, request), readTimes(player)]);
    return {
      value: { game, loaded, times: times.value },
      version: `${loaded.revision} ${times.version}`,
    };
  },
  write: ({ player }, _, { game, loaded, times }) => json(gameJson(player, game, loaded, times)),
});
