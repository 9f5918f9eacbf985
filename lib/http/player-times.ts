import type { Player } from "@/lib/domain/player";
import { loadTimes } from "@/lib/players/times/load-times";
import type { GameTime } from "@/lib/times/game-time";
import type { RouteData } from "./player-route";

/** Reads what is known of a player's times for a route; empty where nothing is, or where it cannot be read now. */
export async function readTimes(player: Player): Promise<RouteData<ReadonlyMap<number, GameTime>>> {
  const known = await loadTimes(player);
  return known ? { value: known.times, version: known.revision } : { value: NONE, version: "" };
}

/** The same one each time, so that lists are sorted once. */
const NONE: ReadonlyMap<number, GameTime> = new Map();
