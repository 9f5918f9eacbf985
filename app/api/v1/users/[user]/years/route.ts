import { json, playerRouteWithData, readNothing } from "@/lib/http/player-route";
import { readTimes } from "@/lib/http/player-times";
import { yearsJson } from "@/lib/http/year-json";

/** The years of a player to look back on. */
export const GET = playerRouteWithData({
  read: readNothing,
  readData: readTimes,
  write: ({ player }, _, times) => json(yearsJson(player, times)),
});
