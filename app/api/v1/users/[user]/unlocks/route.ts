import { json, playerRouteWithData } from "@/lib/http/player-route";
import { readUnlocks } from "@/lib/http/player-unlocks";
import { readUnlocksQuery } from "@/lib/http/unlock-parameters";
import { unlocksJson } from "@/lib/http/unlocks-json";

/** A page of what a player unlocked in a year. */
export const GET = playerRouteWithData({
  read: (parameters) => readUnlocksQuery(parameters),
  readData: readUnlocks,
  write: ({ player }, query, unlocks) => json(unlocksJson(player, unlocks, query)),
});
