import type { Player } from "@/lib/domain/player";
import { parseTitle } from "./title";

/** Name of the game in which a player was last seen, without RA's tags; null if it is unknown or not in the library. */
export function lastGameName({ profile, games }: Player): string | null {
  const game = games.find(({ id }) => id === profile.lastGameId);
  return game ? parseTitle(game.title).name || game.title : null;
}
