import type { Player } from "@/lib/domain/player";
import { lastGameName } from "./last-game";

/** A dated rich presence message is of what is being played now for so long. */
const NOW_MS = 15 * 60_000;

/** A rich presence message, and its date in epoch seconds. */
interface DatedMessage {
  text: string;
  at: number;
}

/** What a player is doing, or was last seen doing. */
export interface Presence {
  /** The rich presence message, in one line. */
  message: string;
  /** Name of its game; null: unknown. */
  game: string | null;
  /** Whether it is of now. Only API v2 dates messages. */
  isNow: boolean;
}

/** Whether a message is of now. @param now epoch milliseconds */
export function isPlaying(playing: DatedMessage | null | undefined, now: number): boolean {
  return !!playing && Math.abs(now - playing.at * 1000) <= NOW_MS;
}

/**
 * The presence that a page shows of a player; null: none is known.
 *
 * @param playing API v2's message; null without one
 * @param now epoch milliseconds
 */
export function presenceOf(
  player: Player,
  playing: DatedMessage | null | undefined,
  now: number,
): Presence | null {
  const { profile, checkedAt } = player;
  const isNow = isPlaying(playing, now);
  // The profile's message has no date. It comes with its game, and is as new as v2's if it was read later.
  if (playing && isNow && (checkedAt < playing.at * 1000 || !profile.lastSeen)) {
    return { message: playing.text, game: null, isNow };
  }
  if (!profile.lastSeen) return null;
  return { message: profile.lastSeen, game: lastGameName(player), isNow };
}
