import { json, playerRouteWithData } from "@/lib/http/player-route";
import { readDays } from "@/lib/http/player-unlocks";
import { readDaysQuery } from "@/lib/http/unlock-parameters";
import { daysJson } from "@/lib/http/unlocks-json";

/** What a player unlocked on each day of a year. */
export const GET = playerRouteWithData({
  read: (parameters) => readDaysQuery(parameters),
  readData: readDays,
  write: (_, { year }, days) => json(daysJson(days, year)),
});
