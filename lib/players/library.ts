import type { Player } from "@/lib/domain/player";
import type { UpstreamErrorCode } from "@/lib/domain/upstream-error";
import { type CompactGames, unpackGames } from "./compact-games";

/** A player with how the last try to ask RA ended: all that a page of them is made from. */
export interface Library {
  player: Player;
  /** Why RA could not be asked again since, or null. */
  refreshError: UpstreamErrorCode | null;
}

/** A library on its way to the browser. */
export interface PackedLibrary extends Omit<Player, "games"> {
  refreshError: UpstreamErrorCode | null;
  games: CompactGames;
}

/** The library that was packed. */
export function unpackLibrary({ refreshError, games, ...player }: PackedLibrary): Library {
  return { player: { ...player, games: unpackGames(games) }, refreshError };
}
