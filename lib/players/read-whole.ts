import { DAY_MS } from "@/lib/domain/days";
import { millisecondsSince } from "@/lib/domain/stored-time";
import { LIMITS } from "@/lib/limits";
import type { FetchedPlayer } from "@/lib/retroachievements/retroachievements";

/** A load begins with the profile and the first page of the list. */
export const FIRST_CALLS = 2;
/** The list is read whole at least once in this time: a set's revision moves no row to the top of it. */
const WHOLE_MS = DAY_MS;

/**
 * Whether a player's whole list was read lately, so that newer rows can be laid on it.
 *
 * @param now epoch milliseconds
 * @param times how often the usual time may pass
 */
export function wasReadWhole({ readWholeAt }: FetchedPlayer, now: number, times = 1): boolean {
  return millisecondsSince(readWholeAt, now) < times * WHOLE_MS;
}

/** The calls to RA that reading a whole list is likely to take. */
export function callsToReadWhole({ player }: FetchedPlayer): number {
  return Math.max(FIRST_CALLS, 1 + Math.ceil(player.games.length / LIMITS.upstreamPageSize));
}
