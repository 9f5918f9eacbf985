import { json, playerRoute, readNothing } from "@/lib/http/player-route";
import { packLibrary } from "@/lib/views/library";

/** All of a player's games, packed: what the player's page filters, sorts and searches by itself. */
export const GET = playerRoute({
  read: readNothing,
  write: (loaded) => json(packLibrary(loaded)),
});
