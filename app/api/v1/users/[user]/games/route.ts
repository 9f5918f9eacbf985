import { gameListJson } from "@/lib/http/list-json";
import { json, playerRouteWithData, readListQuery } from "@/lib/http/player-route";
import { readTimes } from "@/lib/http/player-times";

/** One page of a player's games, filtered and sorted as on the page; rows as in completion-progress, with times. */
export const GET = playerRouteWithData({
  read: readListQuery,
  readData: readTimes,
  write: ({ player }, query, times) => json(gameListJson(player, query, times)),
});
