import { playersOf } from "./wire-games";
import type { WireAttributes, WirePlayer, WireRow, WireTime } from "./wire-player";

/** A game that was played without an unlock: v1 does not list it. */
const UNLOCKED_NOTHING = 900_001;
const EVENTS = 101;
const derived = new WeakMap<WirePlayer["results"], WireTime[]>();

/** What API v2 knows of a player's games: what was set, else what the games imply. */
export function timesOf({ times, results }: WirePlayer): WireTime[] {
  if (times) return times;
  const known = derived.get(results) ?? impliedTimes(results);
  derived.set(results, known);
  return known;
}

function impliedTimes(results: readonly WireRow[]): WireTime[] {
  const games = results.filter(({ ConsoleID }) => Number(ConsoleID) !== EVENTS);
  const [first] = games;
  const times = games.map((row) => aWireTime(row));
  if (!first) return times;
  const played = aWireTime(
    { ...first, GameID: UNLOCKED_NOTHING, HighestAwardKind: null },
    { firstUnlockAt: null, lastUnlockAt: null, lastUnlockHardcoreAt: null },
  );
  return [...times, { ...played, playerSet: null }];
}

/**
 * A game as API v2 knows it, from its row of v1. Each attribute that RA's schema allows to be null is null for some games.
 *
 * @param playerGame attributes of the player's game that matter to the test
 * @param playerSet attributes of the player's set
 */
export function aWireTime(
  row: WireRow,
  playerGame: WireAttributes = {},
  playerSet: WireAttributes = {},
): WireTime {
  const gameId = Number(row.GameID);
  const newest = row.MostRecentAwardedDate ? Date.parse(row.MostRecentAwardedDate) / 1000 : null;
  const award = row.HighestAwardDate ? Date.parse(row.HighestAwardDate) / 1000 : null;
  const kind = row.HighestAwardKind;
  const isHardcore = kind === "mastered" || kind === "beaten-hardcore";
  const isWhole = kind === "mastered" || kind === "completed";
  const possible = Number(row.MaxPossible);
  const played = 1800 + ((gameId * 7919) % 90_000);
  const first = newest && newest - 2 * played;
  const beaten = kind && award ? Math.min(award, (first ?? award) + played) : null;
  const median = 3600 + ((gameId * 104_729) % 150_000);
  const players = playersOf(gameId);
  /** Null for one game in so many. */
  const mostly = <Value>(value: Value, every: number) => (gameId % every === 0 ? null : value);
  const hardcore = Number(row.NumAwardedHardcore) * 5;
  const all = Number(row.NumAwarded) * 5;
  const isSubset = String(row.Title).includes("[Subset");
  return {
    gameId,
    subsetOf: isSubset ? [700_000 + gameId] : [],
    playerGame: {
      lastPlayedAt: mostly(dateOf(newest && newest + 300), 97),
      firstUnlockAt: mostly(dateOf(first), 13),
      lastUnlockAt: dateOf(newest),
      lastUnlockHardcoreAt: hardcore > 0 ? dateOf(newest) : null,
      beatenAt: isHardcore ? null : dateOf(beaten),
      beatenHardcoreAt: isHardcore ? dateOf(beaten) : null,
      playtimeTotalSeconds: mostly(gameId % 23 === 0 ? 0 : played, 17),
      timeToBeatSeconds: isHardcore || !kind ? null : mostly(Math.round(played / 2), 5),
      timeToBeatHardcoreSeconds: isHardcore ? mostly(Math.round(played / 2), 5) : null,
      ...playerGame,
    },
    game: {
      title: row.Title,
      sortTitle: String(row.Title).toLowerCase(),
      badgeUrl: `https://media.retroachievements.org${row.ImageIcon}`,
      releasedAt: null,
      playersTotal: players * 2,
      playersHardcore: mostly(players, 29),
      achievementsPublished: possible,
      pointsTotal: mostly(possible * 5, 31),
      pointsWeighted: mostly(possible * 12, 31),
      timesBeaten: 12,
      timesBeatenHardcore: 9,
      medianTimeToBeatSeconds: mostly(Math.round(median / 3), 11),
      medianTimeToBeatHardcoreSeconds: mostly(Math.round(median / 2.5), 11),
    },
    playerSet: {
      achievementsUnlocked: Number(row.NumAwarded),
      achievementsUnlockedHardcore: Number(row.NumAwardedHardcore),
      points: all,
      pointsHardcore: hardcore,
      pointsWeighted: hardcore * 2,
      completionPercentage: possible === 0 ? 0 : Number(row.NumAwarded) / possible,
      completionPercentageHardcore: possible === 0 ? 0 : hardcore / 5 / possible,
      lastUnlockAt: mostly(dateOf(newest), 89),
      lastUnlockHardcoreAt: hardcore > 0 ? dateOf(newest) : null,
      completedAt: isWhole ? dateOf(award) : null,
      completedHardcoreAt: kind === "mastered" ? dateOf(award) : null,
      timeTakenSeconds: isWhole ? played - 60 : 0,
      timeTakenHardcoreSeconds: kind === "mastered" ? played : 0,
      ...playerSet,
    },
    achievementSet: {
      pointsTotal: possible * 5,
      pointsWeighted: possible * 12,
      achievementsPublished: possible,
      timesCompleted: Math.floor(players / 9),
      timesMastered: Math.floor(players / 12),
      medianTimeToCompleteSeconds: mostly(median, 7),
      medianTimeToMasterSeconds: mostly(median + 1000, 7),
      types: [isSubset ? "bonus" : "core"],
    },
  };
}

/** A date as API v2 spells it, from epoch seconds. */
export function dateOf(epochSeconds: number | null): string | null {
  if (epochSeconds === null) return null;
  return `${new Date(epochSeconds * 1000).toISOString().slice(0, 19)}.000000Z`;
}
