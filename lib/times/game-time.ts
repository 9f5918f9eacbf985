/**
 * What RetroAchievements says about a player's time in one game, and how rare its mastery is. Null: unknown. RA also sends
 * 0 for unknown times; here they are null.
 */
export interface GameTime {
  /** RA's game id, unique among a player's. */
  gameId: number;
  /** Seconds. Of a base game with its subsets. */
  playtime: number | null;
  /** Dates are in epoch seconds. */
  firstUnlockAt: number | null;
  beatenAt: number | null;
  beatenHardcoreAt: number | null;
  /** Seconds of play until the game was beaten. */
  timeToBeat: number | null;
  timeToBeatHardcore: number | null;
  /** All achievements, in any mode. */
  completedAt: number | null;
  /** All achievements, in hardcore mode. */
  masteredAt: number | null;
  /** Seconds of play until then. */
  timeToComplete: number | null;
  timeToMaster: number | null;
  /** Points of all modes, each achievement once. */
  points: number | null;
  pointsHardcore: number | null;
  /** Hardcore points weighted by rarity. */
  retroPoints: number | null;
  /** Points of the set. */
  pointsTotal: number | null;
  /** Medians of all players, in whole minutes. */
  medianBeatMinutes: number | null;
  medianBeatHardcoreMinutes: number | null;
  medianCompleteMinutes: number | null;
  medianMasterMinutes: number | null;
  /** How many players have mastered it, and how many have played it in hardcore mode. */
  timesMastered: number | null;
  playersHardcore: number | null;
  /** Whether its set is a subset of another game's, as RA links them. */
  isSubset: boolean | null;
}

/** A game of which nothing is known. */
export const UNKNOWN_TIME: Omit<GameTime, "gameId"> = {
  playtime: null,
  firstUnlockAt: null,
  beatenAt: null,
  beatenHardcoreAt: null,
  timeToBeat: null,
  timeToBeatHardcore: null,
  completedAt: null,
  masteredAt: null,
  timeToComplete: null,
  timeToMaster: null,
  points: null,
  pointsHardcore: null,
  retroPoints: null,
  pointsTotal: null,
  medianBeatMinutes: null,
  medianBeatHardcoreMinutes: null,
  medianCompleteMinutes: null,
  medianMasterMinutes: null,
  timesMastered: null,
  playersHardcore: null,
  isSubset: null,
};
