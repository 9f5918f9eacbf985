import { json, playerRouteWithData } from "@/lib/http/player-route";
import { readUnlocks } from "@/lib/http/player-unlocks";
import { readUnlocksQuery } from "@/lib/http/unlock-parameters";
import { clampPage, unlocksJson } from "@/lib/http/unlocks-json";

/** A page of what a player unlocked in a year. */
export const GET = playerRouteWithData({
  read: (parameters) => readUnlocksQuery(parameters),
  readData: readUnlocks,
  clamp: clampPage,
  write: ({ player }, query, unlocks) => json(unlocksJson(player, unlocks, query)),
});
