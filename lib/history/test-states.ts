import { DAY_MS, DAY_SECONDS, utcDayOf } from "@/lib/domain/days";
import type { Game, Profile } from "@/lib/domain/player";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { type DayRecord, recordOf } from "./day-record";
import type { GameChange } from "./game-change";
import { type PlayerState, stateOf } from "./state";

/** The time of a test's first state: noon of November 20, 2026. */
export const FIRST_SEEN = Date.UTC(2026, 10, 20, 12);

/** A state with these games, some days after the first. */
export function aState(games: Game[], day = 0, profile: Partial<Profile> = {}): PlayerState {
  return stateOf({ ...aPlayer(games, profile), checkedAt: FIRST_SEEN + day * DAY_MS });
}

/** The record of the day after the first state, at whose end the player has the second games. */
export function aDay(before: Game[], after: Game[], profile: Partial<Profile> = {}): DayRecord {
  const latest = aState(after, 1, profile);
  return recordOf(aState(before), latest, { day: utcDayOf(latest.checkedAt), startsAnew: false });
}

/** The change of one game within that day; fields that are not given afterwards stay the same. */
export function aChange(before: Partial<Game> | null, after: Partial<Game> | null): GameChange {
  const id = 1;
  const old = before && aGame({ ...before, id });
  const game = after && aGame({ ...old, ...after, id });
  const [change] = aDay(old ? [old] : [], game ? [game] : []).games;
  return change ?? { id, before: old, after: game, title: null };
}

/** Epoch seconds, some days after the first state. */
export function at(days: number): number {
  return FIRST_SEEN / 1000 + days * DAY_SECONDS;
}
