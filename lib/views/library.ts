import { type PackedGames, packGames, unpackGames } from "@/lib/domain/packed-games";
import type { Player } from "@/lib/domain/player";
import type { UpstreamErrorCode } from "@/lib/domain/upstream-error";
import type { ListTimes } from "@/lib/times/list-time";
import { packListTimes } from "./pack-list-times";
import { type PackedTimes, unpackListTimes } from "./packed-times";

/** A player with how the last try to ask RA ended: all that a page of them is made from. */
export interface Library {
  player: Player;
  /** Why RA could not be asked again since, or null. */
  refreshError: UpstreamErrorCode | null;
  /** Left out: none are known, or nothing shows them. */
  times?: ListTimes;
}

/** A library on its way to the browser. */
export interface PackedLibrary extends Omit<Player, "games"> {
  refreshError: UpstreamErrorCode | null;
  games: PackedGames;
  /** Not there: none are known. */
  times?: PackedTimes | undefined;
}

/** Packs a library for the browser. */
export function packLibrary({ player, refreshError, times }: Library): PackedLibrary {
  const packed = times && packListTimes(player.games, times);
  return {
    ...player,
    refreshError,
    games: packGames(player.games),
    ...(packed && { times: packed }),
  };
}

/** The library that was packed. */
export function unpackLibrary({
  refreshError,
  games: packed,
  times,
  ...player
}: PackedLibrary): Library {
  const games = unpackGames(packed);
  return {
    player: { ...player, games },
    refreshError,
    ...(times && { times: unpackListTimes(games, times) }),
  };
}
