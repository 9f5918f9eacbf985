import { awardsJson, readAwards } from "@/lib/http/awards-json";
import { json, playerRouteWithData, readNothing } from "@/lib/http/player-route";

/** A player's badges of events and of the site. */
export const GET = playerRouteWithData({
  read: readNothing,
  readData: readAwards,
  write: ({ player }, _, known) => json(awardsJson(player, known)),
});
