import type { WirePlayer, WireRow, WireUnlock } from "./wire-player";
import { aWireUnlock, unlocksOf } from "./wire-unlocks";

/** An achievement of API_GetGameInfoAndUserProgress, as it is on the wire. */
export interface WireAchievement
  extends Pick<
    WireUnlock,
    "Title" | "Description" | "Points" | "TrueRatio" | "BadgeName" | "Type" | "Author"
  > {
  ID: number;
  NumAwarded: number;
  NumAwardedHardcore: number;
  DisplayOrder: number;
  /** `2022-08-23 22:56:38`, UTC; absent if it is not unlocked. */
  DateEarned?: string;
  DateEarnedHardcore?: string;
}

/** A row of a game of some size, without an award; the newest unlock was on 30 July 2026. */
export function aWireRow(changed: Partial<WireRow> & Pick<WireRow, "GameID">): WireRow {
  return {
    Title: `Game & <${changed.GameID}>`,
    ImageIcon: "/Images/065205.png",
    ConsoleID: 41,
    ConsoleName: "PlayStation Portable",
    MaxPossible: 10,
    NumAwarded: 1,
    NumAwardedHardcore: 1,
    MostRecentAwardedDate: "2026-07-30T20:00:00+00:00",
    HighestAwardKind: null,
    HighestAwardDate: null,
    ...changed,
  };
}

/** Players of a game who are counted for its rarity. */
export function playersOf(gameId: number): number {
  return 500 + ((gameId * 7919) % 80_000);
}

/** The achievements of a player's game that are published: as many as its row says, the player's unlocks among them. */
function achievementsOf(player: WirePlayer, row: WireRow): WireAchievement[] {
  const game = Number(row.GameID);
  const size = Number(row.MaxPossible);
  const unlocks = (unlocksByGame(player).get(game) ?? []).slice(0, size);
  const unlocked = new Map(unlocks.map((unlock) => [Number(unlock.AchievementID), unlock]));
  const ids = [...unlocked.keys()];
  for (let id = game * 1000; ids.length < size; id++) if (!unlocked.has(id)) ids.push(id);
  const players = playersOf(game);
  return ids
    .sort((a, b) => a - b)
    .map((id, at) => {
      const unlock = unlocked.get(id);
      const { Title, Description, Points, TrueRatio, BadgeName, Type, Author } =
        unlock ?? aWireUnlock(0, { AchievementID: id });
      const hardcore = Math.floor((players * (size - at)) / (size + 20 + 3 * at));
      return {
        ...{ ID: id, Title, Description, Points, TrueRatio, BadgeName, Type, Author },
        NumAwarded: Math.min(players, hardcore + Math.floor(hardcore / 3)),
        NumAwardedHardcore: hardcore,
        // RA lists them by id; the order of display is another one.
        DisplayOrder: size - at,
        ...(unlock && { DateEarned: unlock.Date }),
        ...(unlock?.HardcoreMode === 1 && { DateEarnedHardcore: unlock.Date }),
      };
    });
}

const byGame = new WeakMap<WireUnlock[], Map<number, WireUnlock[]>>();

function unlocksByGame(player: WirePlayer): Map<number, WireUnlock[]> {
  const unlocks = unlocksOf(player);
  const known = byGame.get(unlocks);
  if (known) return known;
  const games = new Map<number, WireUnlock[]>();
  for (const unlock of unlocks) {
    const game = Number(unlock.GameID);
    games.set(game, [...(games.get(game) ?? []), unlock]);
  }
  byGame.set(unlocks, games);
  return games;
}

/** The game of a row, for a player who has not played it. */
export function withoutProgress(row: WireRow): WireRow {
  return {
    ...row,
    NumAwarded: 0,
    NumAwardedHardcore: 0,
    HighestAwardKind: null,
    HighestAwardDate: null,
  };
}

/**
 * What API_GetGameInfoAndUserProgress says of a player's game.
 *
 * @param hasAward whether the player's award was asked for
 */
export function gameOf(player: WirePlayer, row: WireRow, hasAward: boolean) {
  const id = Number(row.GameID);
  const all = achievementsOf(player, row);
  const won = all.filter(({ DateEarned }) => DateEarned).length;
  const hardcore = all.filter(({ DateEarnedHardcore }) => DateEarnedHardcore).length;
  return {
    ...{ ID: id, Title: row.Title, ConsoleID: row.ConsoleID, ConsoleName: row.ConsoleName },
    ParentGameID: String(row.Title).includes("[Subset") ? id - 7 : null,
    ImageIcon: row.ImageIcon,
    NumDistinctPlayers: playersOf(id),
    NumAchievements: all.length,
    NumAwardedToUser: won,
    NumAwardedToUserHardcore: hardcore,
    UserCompletion: percent(won, all.length),
    UserCompletionHardcore: percent(hardcore, all.length),
    UserTotalPlaytime: playtimeOf(row),
    ...(hasAward && {
      HighestAwardKind: row.HighestAwardKind,
      HighestAwardDate: row.HighestAwardDate,
    }),
    // PHP writes an empty list where there are none.
    Achievements: all.length === 0 ? [] : Object.fromEntries(all.map((each) => [each.ID, each])),
  };
}

/** Seconds that a player has played a game; 0, as RA says where it does not know, for each fifth game. */
function playtimeOf({ GameID, NumAwarded }: WireRow): number {
  const id = Number(GameID);
  return id % 5 === 0 ? 0 : Number(NumAwarded) * (300 + (id % 7) * 100);
}

const percent = (part: number, all: number) =>
  `${(all === 0 ? 0 : (100 * part) / all).toFixed(2)}%`;

/** What API_GetUserProgress says of a player's games, by id. */
export function pointsOf(player: WirePlayer, ids: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    ids.map((id) => {
      const row = player.results.find(({ GameID }) => String(GameID) === id);
      const all = row ? achievementsOf(player, row) : [];
      const won = all.filter(({ DateEarned }) => DateEarned);
      const hardcore = all.filter(({ DateEarnedHardcore }) => DateEarnedHardcore);
      return [
        id,
        {
          NumPossibleAchievements: all.length,
          PossibleScore: sum(all),
          NumAchieved: won.length,
          ScoreAchieved: sum(won),
          NumAchievedHardcore: hardcore.length,
          // RA sends some numbers as numeric strings.
          ScoreAchievedHardcore: String(sum(hardcore)),
        },
      ];
    }),
  );
}

function sum(achievements: readonly WireAchievement[]): number {
  return achievements.reduce((points, { Points }) => points + Number(Points), 0);
}
