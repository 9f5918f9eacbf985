import type { GameTime } from "./game-time";

/** What lists show of a game's times, and sort by. Null: unknown. */
export type ListTime = Pick<
  GameTime,
  | "playtime"
  | "firstUnlockAt"
  | "timeToBeat"
  | "timeToBeatHardcore"
  | "timeToComplete"
  | "timeToMaster"
  | "points"
  | "pointsTotal"
  | "timesMastered"
  | "playersHardcore"
  | "isSubset"
>;

/** Times of a player's games by RA's game id. A game that is missing has none. */
export type ListTimes = ReadonlyMap<number, ListTime>;

/** The times of a player without known ones. */
export const NO_TIMES: ListTimes = new Map();
