import { EVENTS_SYSTEM_ID, type Game } from "@/lib/domain/player";
import type { GameTime } from "./game-time";
import type { ListTime } from "./list-time";
import { rarityOf } from "./rarity";
import { timeOfAward } from "./time-of-row";
import { isWholeMastery } from "./whole-mastery";

/** Times of a player by the id of their game; empty where nothing is known. */
export type Times = ReadonlyMap<number, GameTime>;

/** A mastery, with what is known of it. */
export interface Mastery {
  game: Game;
  /** Epoch seconds; null: unknown. */
  at: number | null;
  /** The share of hardcore players who have mastered the game, above 0 and at most 1; null: unknown. */
  rarity: number | null;
  /** Seconds of play until then; null: unknown, or too odd to show, as RA decides. */
  seconds: number | null;
}

/** A mastery of which that much is known. */
export type RareMastery = Mastery & { rarity: number };
export type TimedMastery = Mastery & { seconds: number };

/**
 * The masteries of a library in its order, without RA's Events. A set that has grown since, or is retired, has neither
 * rarity nor time.
 *
 * @param year of the UTC calendar; left out: of all years
 */
export function masteriesOf(games: readonly Game[], times: Times, year?: number): Mastery[] {
  return games.flatMap((game) => {
    if (game.highestAwardKind !== "mastered" || game.systemId === EVENTS_SYSTEM_ID) return [];
    const time = times.get(game.id);
    const at = masteredAt(game, time);
    if (year !== undefined && (at === null || yearOf(at) !== year)) return [];
    return {
      game,
      at,
      // RA counts masteries some time after they happen: 0 is never true of one.
      rarity: (isWholeMastery(game) && time && rarityOf(time)) || null,
      seconds: secondsToMaster(game, time),
    };
  });
}

/** Seconds of play until a game was mastered, as its {@link Mastery} has them; null too where it is not mastered. */
export function secondsToMaster(game: Game, time: ListTime | undefined): number | null {
  return isWholeMastery(game) ? timeOfAward(game, time) : null;
}

/** The masteries whose rarity is known, rarest first; of equally rare ones the newest first. */
export function rarestMasteries(...of: Parameters<typeof masteriesOf>): RareMastery[] {
  return masteriesOf(...of)
    .filter((mastery): mastery is RareMastery => mastery.rarity !== null)
    .sort((a, b) => a.rarity - b.rarity || newestFirst(a, b));
}

/** The masteries whose time is known, longest first; of equally long ones the newest first. */
export function longestMasteries(...of: Parameters<typeof masteriesOf>): TimedMastery[] {
  return timedMasteries(...of).sort((a, b) => b.seconds - a.seconds || newestFirst(a, b));
}

/** The masteries whose time is known, fastest first; of equally fast ones the newest first. */
export function fastestMasteries(...of: Parameters<typeof masteriesOf>): TimedMastery[] {
  return timedMasteries(...of).sort((a, b) => a.seconds - b.seconds || newestFirst(a, b));
}

function timedMasteries(...of: Parameters<typeof masteriesOf>): TimedMastery[] {
  return masteriesOf(...of).filter((mastery): mastery is TimedMastery => mastery.seconds !== null);
}

/**
 * When a game was mastered, in epoch seconds; null: not, or unknown. The date of the award comes first: API v2 has another one, or
 * none, where the set has grown since.
 */
export function masteredAt(game: Game, time: GameTime | undefined): number | null {
  if (game.highestAwardKind !== "mastered") return null;
  return game.highestAwardAt ?? time?.masteredAt ?? null;
}

/** The UTC year of a moment in epoch seconds. */
export function yearOf(at: number): number {
  return new Date(at * 1000).getUTCFullYear();
}

/** By date, unknown ones last, then by id, so that the order does not depend on the list's. */
function newestFirst(a: Mastery, b: Mastery): number {
  return (b.at ?? 0) - (a.at ?? 0) || a.game.id - b.game.id;
}
