import type { Achievement, AchievementDates, AchievementType, GameOfPlayer } from "./achievement";

/** An achievement as lists show it, and as `/api/v1/users/{user}/games/{id}` has it. */
export interface ListedAchievement {
  id: number;
  title: string;
  description: string;
  points: number;
  retroPoints: number;
  /** Path below the media base. */
  badge: string;
  type: AchievementType | null;
  /** Players who have it in any mode, and in hardcore mode. */
  numAwarded: number;
  numAwardedHardcore: number;
  /** The part of the game's players who have it in hardcore mode, from 0 to 1; null where no player is counted. */
  rarity: number | null;
  /** When this player unlocked it, in hardcore mode if it was; ISO 8601, null if it is locked. */
  date: string | null;
  isHardcore: boolean;
}

/** A player's achievements in a game: unlocked ones first, newest first; then locked ones in the order of display. */
export function listAchievements({ facts, own }: GameOfPlayer): ListedAchievement[] {
  const dates = new Map(own.dates.map((each) => [each.achievementId, each]));
  const timeOf = ({ id }: Achievement) => momentOf(dates.get(id)) ?? 0;
  // The sort is stable: of one second, and of those that are locked, the order of display stays.
  return facts.achievements
    .toSorted((a, b) => timeOf(b) - timeOf(a))
    .map(({ badgeName, ...achievement }) => {
      const unlock = dates.get(achievement.id);
      const at = momentOf(unlock);
      return {
        ...achievement,
        badge: `/Badge/${badgeName}.png`,
        rarity: rarityOf(achievement.numAwardedHardcore, facts.players),
        date: at === null ? null : new Date(at * 1000).toISOString(),
        isHardcore: (unlock?.hardcoreAt ?? null) !== null,
      };
    });
}

/** The points of a game's achievements, and those that a player has. */
export interface PointsInGame {
  possible: number;
  /** In any mode. */
  won: number;
  wonHardcore: number;
}

/** Sums the points of listed achievements. */
export function pointsInGame(achievements: readonly ListedAchievement[]): PointsInGame {
  const sum = (all: readonly ListedAchievement[]) =>
    all.reduce((total, { points }) => total + points, 0);
  return {
    possible: sum(achievements),
    won: sum(achievements.filter(({ date }) => date !== null)),
    wonHardcore: sum(achievements.filter(({ isHardcore }) => isHardcore)),
  };
}

/** RA's rarity: hardcore unlocks by players of the game. Rounded, as a screen shows a part of it. */
function rarityOf(numAwardedHardcore: number, players: number): number | null {
  if (players === 0) return null;
  return Math.round(Math.min(1, numAwardedHardcore / players) * 100_000) / 100_000;
}

function momentOf(unlock: AchievementDates | undefined): number | null {
  return unlock ? (unlock.hardcoreAt ?? unlock.at) : null;
}
