import { type PackedGames, packGames, unpackGames } from "@/lib/domain/packed-games";
import type { Player } from "@/lib/domain/player";
import type { UpstreamErrorCode } from "@/lib/domain/upstream-error";

/** A player with how the last try to ask RA ended: all that a page of them is made from. */
export interface Library {
  player: Player;
  /** Why RA could not be asked again since, or null. */
  refreshError: UpstreamErrorCode | null;
}

/** A library on its way to the browser. */
export interface PackedLibrary extends Omit<Player, "games"> {
  refreshError: UpstreamErrorCode | null;
  games: PackedGames;
}

/** Packs a library for the browser. */
export function packLibrary({ player, refreshError }: Library): PackedLibrary {
  return { ...player, refreshError, games: packGames(player.games) };
}

/** The library that was packed. */
export function unpackLibrary({ refreshError, games, ...player }: PackedLibrary): Library {
  return { player: { ...player, games: unpackGames(games) }, refreshError };
}
