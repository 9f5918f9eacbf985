import { json, playerRouteWithData } from "@/lib/http/player-route";
import { readStreaks } from "@/lib/http/player-unlocks";
import { readZone } from "@/lib/http/unlock-parameters";
import { streaksJson } from "@/lib/http/unlocks-json";

/** Days in a row with an unlock. */
export const GET = playerRouteWithData({
  read: (parameters) => readZone(parameters),
  readData: readStreaks,
  write: (_, { zone }, streaks) => json(streaksJson(streaks, zone)),
});
