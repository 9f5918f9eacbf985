/** How RetroAchievements marks an achievement: part of beating a game, ending it, or easily missed. */
export const ACHIEVEMENT_TYPES = ["progression", "win_condition", "missable"] as const;

/** One of {@link ACHIEVEMENT_TYPES}. */
export type AchievementType = (typeof ACHIEVEMENT_TYPES)[number];

/** A published achievement: the same for every player. */
export interface Achievement {
  id: number;
  title: string;
  description: string;
  points: number;
  /** Points weighted by rarity (RA's `TrueRatio`). */
  retroPoints: number;
  /** The image is `/Badge/{badgeName}.png` below the media base, and `/Badge/{badgeName}_lock.png` in grey. */
  badgeName: string;
  type: AchievementType | null;
  /** Players who have it in any mode. */
  numAwarded: number;
  numAwardedHardcore: number;
}

/** What RetroAchievements says of a game: the same for every player. */
export interface GameFacts {
  gameId: number;
  /** The base game of a subset; null for all other games. */
  parentGameId: number | null;
  /** Players with an unlock in it: rarity is a share of them. */
  players: number;
  /** In the order of display. None in a retired set. */
  achievements: readonly Achievement[];
}

/** When a player unlocked an achievement, in epoch seconds. */
export interface AchievementDates {
  achievementId: number;
  /** In any mode. */
  at: number;
  /** In hardcore mode; null if only in casual mode. */
  hardcoreAt: number | null;
}

/** What RetroAchievements says of one player in a game. */
export interface PlayerInGame {
  /** 0 where it is not known. */
  playtimeSeconds: number;
  /** Of published achievements, by id. */
  dates: readonly AchievementDates[];
}

/** A game with one player's progress in it. */
export interface GameOfPlayer {
  facts: GameFacts;
  own: PlayerInGame;
}
