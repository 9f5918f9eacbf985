import type { z } from "zod";
import type { comparison } from "@/lib/api-docs/answers";
import type { CompareQuery } from "@/lib/compare/compare-query";
import { joinLibraries } from "@/lib/compare/join-libraries";
import { listCompared } from "@/lib/compare/list-compared";
import { compareOverview } from "@/lib/compare/overview";
import type { Game } from "@/lib/domain/player";
import { countGames } from "@/lib/progress/counts";
import { compareTotals, type TimeTotals, timesOfCompared } from "@/lib/times/compare-times";
import { type ListTimes, NO_TIMES } from "@/lib/times/list-time";
import type { Library } from "@/lib/views/library";

/**
 * A comparison of several players as JSON.
 *
 * @param times of each player, empty where none are known
 */
export function compareJson(
  libraries: readonly Pick<Library, "player">[],
  query: CompareQuery,
  times: readonly ListTimes[],
): z.infer<typeof comparison> {
  const games = libraries.map(({ player }) => player.games);
  const { players, overlap, months, systems, suggestions } = compareOverview(games);
  const joined = joinLibraries(games);
  const list = listCompared(joined, query);
  const totals = compareTotals(
    joined,
    games.map((ofPlayer, at) => ({ games: ofPlayer, times: times[at] ?? NO_TIMES })),
  );
  const names = libraries.map(({ player }) => player.profile.name);
  const nameAt = (place: number | null) => (place === null ? null : (names[place] ?? null));
  return {
    players: libraries.map(({ player: { profile, checkedAt } }, at) => ({
      name: profile.name,
      ulid: profile.ulid,
      points: profile.points,
      casualPoints: profile.casualPoints,
      retroPoints: profile.retroPoints,
      counts: players[at]?.counts ?? countGames([]),
      averageWon: players[at]?.averageWon ?? 0,
      ...totalsJson(totals[at]),
      checkedAt: new Date(checkedAt).toISOString(),
    })),
    overlap,
    months: (months[0] ?? []).map(({ month }, at) => ({
      month,
      players: months.map((ofPlayer) => {
        const { mastered = 0, completed = 0, beaten = 0, beatenCasual = 0 } = ofPlayer[at] ?? {};
        return { mastered, completed, beaten, beatenCasual };
      }),
    })),
    systems: systems.map(({ id, name, counts }) => ({
      id,
      name,
      players: counts.map(({ played, ...mix }) => ({ games: played, ...mix })),
    })),
    worthATry: suggestions.map((ofPlayer) =>
      ofPlayer.map(({ masteredBy, ...game }) => ({
        ...game,
        masteredBy: masteredBy.map((at) => names[at] ?? ""),
      })),
    ),
    page: list.page,
    pages: list.pages,
    total: list.found.length,
    results: list.games.map((compared) => {
      const { game, progress, leader } = compared;
      const { rarity, playtimes, timesToMaster, fastest } = timesOfCompared(compared, times);
      return {
        gameId: game.id,
        title: game.title,
        imageIcon: game.iconPath,
        consoleId: game.systemId,
        consoleName: game.systemName,
        maxPossible: game.maxPossible,
        rarity,
        leader: nameAt(leader),
        fastestToMaster: nameAt(fastest),
        progress: progress.map(
          (each, at) =>
            each && {
              ...progressJson(each),
              playtimeSeconds: playtimes[at] ?? null,
              timeToMasterSeconds: timesToMaster[at] ?? null,
            },
        ),
      };
    }),
  };
}

function totalsJson(totals: TimeTotals | undefined) {
  const playtime = totals?.playtime ?? null;
  return {
    time: playtime && { playtimeSeconds: playtime.seconds, games: playtime.games },
    rareMasteries: totals?.rareMasteries ?? null,
    fastestToMaster: totals?.fastest ?? 0,
  };
}

function progressJson(game: Game) {
  return {
    numAwarded: game.numAwarded,
    numAwardedHardcore: game.numAwardedHardcore,
    maxPossible: game.maxPossible,
    mostRecentAwardedDate: isoDate(game.mostRecentAwardedAt),
    highestAwardKind: game.highestAwardKind,
    highestAwardDate: isoDate(game.highestAwardAt),
  };
}

function isoDate(epochSeconds: number | null): string | null {
  return epochSeconds === null ? null : new Date(epochSeconds * 1000).toISOString();
}
