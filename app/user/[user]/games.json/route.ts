import { gamesFileJson } from "@/lib/http/list-json";
import { json, playerRouteWithData, readListQuery, saveAs } from "@/lib/http/player-route";
import { readTimes } from "@/lib/http/player-times";

/** All games that the page's query finds, to take away; rows as in the API's list. */
export const GET = playerRouteWithData({
  read: readListQuery,
  readData: readTimes,
  write: ({ player }, query, times) =>
    json(gamesFileJson(player, query, times), saveAs(`${player.profile.name}.json`)),
});
