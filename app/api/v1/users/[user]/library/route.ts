import { json, playerRoute, readNothing } from "@/lib/http/player-route";
import { packLibrary } from "@/lib/views/library";

/** All of a player's games, packed, for the page to filter, sort and search in the browser. */
export const GET = playerRoute({
  read: readNothing,
  write: (loaded) => json(packLibrary(loaded)),
});
