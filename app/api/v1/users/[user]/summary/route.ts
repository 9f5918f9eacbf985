import { summaryJson } from "@/lib/http/list-json";
import { json, playerRouteWithData, readListQuery } from "@/lib/http/player-route";
import { readTimes } from "@/lib/http/player-times";

/** A player in figures: counts, systems with their award mix, milestones, awards by month, time and points. */
export const GET = playerRouteWithData({
  read: readListQuery,
  readData: readTimes,
  write: ({ player }, query, times) => json(summaryJson(player, query, times)),
});
