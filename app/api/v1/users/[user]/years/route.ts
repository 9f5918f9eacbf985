import { json, playerRoute, readNothing } from "@/lib/http/player-route";
import { yearsJson } from "@/lib/http/year-json";

/** The years of a player to look back on. */
export const GET = playerRoute({
  read: readNothing,
  write: ({ player }) => json(yearsJson(player)),
});
