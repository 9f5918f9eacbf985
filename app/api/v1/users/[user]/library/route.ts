import { json, playerRouteWithData, readNothing } from "@/lib/http/player-route";
import { readTimes } from "@/lib/http/player-times";
import { packLibrary } from "@/lib/views/library";

/** All of a player's games and their times, packed, for the page to filter, sort and search in the browser. */
export const GET = playerRouteWithData({
  read: readNothing,
  readData: readTimes,
  write: (loaded, _, times) => json(packLibrary({ ...loaded, times })),
});
