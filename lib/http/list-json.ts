import type { z } from "zod";
import type { gameList, gamesFile, summary, timedGame } from "@/lib/api-docs/answers";
import type { Game, Player } from "@/lib/domain/player";
import { awardMonths } from "@/lib/progress/award-months";
import { listCounts } from "@/lib/progress/list-counts";
import { listGames } from "@/lib/progress/list-games";
import type { ListQuery } from "@/lib/progress/list-query";
import { milestones } from "@/lib/progress/milestones";
import { systemProgress } from "@/lib/progress/system-progress";
import { toApiRow } from "@/lib/retroachievements/wire";
import { areTimesKnown } from "@/lib/times/are-times-known";
import { type GameTime, UNKNOWN_TIME } from "@/lib/times/game-time";
import { masteryRarity } from "@/lib/times/rarity";
import { isSubsetGame } from "@/lib/times/subset-game";
import { timeLeft } from "@/lib/times/time-left";

type GameTimes = ReadonlyMap<number, GameTime>;

/** A page of a player's games as JSON. */
export function gameListJson(
  { games }: Pick<Player, "games">,
  query: ListQuery,
  times: GameTimes,
): z.infer<typeof gameList> {
  const { games: shown, page, pages, found, counted } = listGames(games, query, times);
  return {
    page,
    pages,
    total: found.length,
    timesKnown: areTimesKnown(times),
    counts: listCounts(games, query, counted, times),
    results: shown.map((game) => timedGameJson(game, times)),
  };
}

/** All games that a query finds as JSON, with the counts of the list. */
export function gamesFileJson(
  { games }: Pick<Player, "games">,
  query: ListQuery,
  times: GameTimes,
): z.infer<typeof gamesFile> {
  const { found, counted } = listGames(games, query, times);
  return {
    total: found.length,
    timesKnown: areTimesKnown(times),
    counts: listCounts(games, query, counted, times),
    results: found.map((game) => timedGameJson(game, times)),
  };
}

/** A game with what is known of its time, points and rarity; null: unknown. */
export function timedGameJson(game: Game, times: GameTimes): z.infer<typeof timedGame> {
  const time = times.get(game.id) ?? UNKNOWN_TIME;
  return {
    ...toApiRow(game),
    isSubset: isSubsetGame(game, times),
    playtimeSeconds: time.playtime,
    firstUnlockDate: isoDate(time.firstUnlockAt),
    beatenDate: isoDate(time.beatenAt),
    beatenHardcoreDate: isoDate(time.beatenHardcoreAt),
    completedDate: isoDate(time.completedAt),
    masteredDate: isoDate(time.masteredAt),
    timeToBeatSeconds: time.timeToBeat,
    timeToBeatHardcoreSeconds: time.timeToBeatHardcore,
    timeToCompleteSeconds: time.timeToComplete,
    timeToMasterSeconds: time.timeToMaster,
    points: time.points,
    pointsHardcore: time.pointsHardcore,
    retroPoints: time.retroPoints,
    pointsTotal: time.pointsTotal,
    medianTimeToBeatSeconds: inSeconds(time.medianBeatMinutes),
    medianTimeToBeatHardcoreSeconds: inSeconds(time.medianBeatHardcoreMinutes),
    medianTimeToCompleteSeconds: inSeconds(time.medianCompleteMinutes),
    medianTimeToMasterSeconds: inSeconds(time.medianMasterMinutes),
    timesMastered: time.timesMastered,
    playersHardcore: time.playersHardcore,
    rarity: masteryRarity(game, time),
  };
}

/** A player in figures: counts, systems with their award mix, milestones, awards by month, time and points. */
export function summaryJson(
  { games }: Pick<Player, "games">,
  query: ListQuery,
  times: GameTimes,
): z.infer<typeof summary> {
  const { found, counted } = listGames(games, query, times);
  return {
    counts: listCounts(games, query, counted, times),
    systems: systemProgress(counted).map(({ id, name, counts: { played, ...mix } }) => ({
      id,
      name,
      games: played,
      ...mix,
    })),
    milestones: milestones(found).map(({ kind, which, at, game }) => ({
      kind,
      which,
      date: new Date(at * 1000).toISOString(),
      gameId: game.id,
      title: game.title,
    })),
    months: awardMonths(found),
    timesKnown: areTimesKnown(times),
    time: timeJson(found, times),
    points: pointsJson(found, times),
  };
}

/** Subsets have no playtime of their own: RA counts their sessions for the base game too. */
function timeJson(games: readonly Game[], times: GameTimes): z.infer<typeof summary>["time"] {
  const played = games.flatMap((game) => {
    const playtime = times.get(game.id)?.playtime;
    return playtime && !isSubsetGame(game, times) ? playtime : [];
  });
  const left = timeLeft(games, (id) => times.get(id));
  if (played.length === 0 && left.estimated === 0) return null;
  return {
    playtimeSeconds: sum(played),
    games: played.length,
    leftSeconds: left.seconds,
    leftGames: left.games,
    leftEstimated: left.estimated,
  };
}

function pointsJson(games: readonly Game[], times: GameTimes): z.infer<typeof summary>["points"] {
  const known = games.flatMap(({ id }) => {
    const time = times.get(id);
    return time && time.points !== null && time.pointsTotal !== null ? time : [];
  });
  if (known.length === 0) return null;
  // RA's API v1 does not tell them.
  const hardcore = known.flatMap(({ pointsHardcore }) => pointsHardcore ?? []);
  return {
    games: known.length,
    points: sum(known.map(({ points }) => points ?? 0)),
    pointsHardcore: hardcore.length < known.length ? null : sum(hardcore),
    pointsTotal: sum(known.map(({ pointsTotal }) => pointsTotal ?? 0)),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function isoDate(epochSeconds: number | null): string | null {
  return epochSeconds === null ? null : new Date(epochSeconds * 1000).toISOString();
}

function inSeconds(minutes: number | null): number | null {
  return minutes === null ? null : minutes * 60;
}
