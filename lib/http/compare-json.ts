import type { z } from "zod";
import type { comparison } from "@/lib/api-docs/answers";
import { type CompareQuery, listCompared } from "@/lib/compare/compare-query";
import { joinLibraries } from "@/lib/compare/join-libraries";
import { compareOverview } from "@/lib/compare/overview";
import type { Game } from "@/lib/domain/player";
import { countGames } from "@/lib/progress/counts";
import type { Library } from "@/lib/views/library";

/** A comparison of several players as JSON. */
export function compareJson(
  libraries: readonly Library[],
  query: CompareQuery,
): z.infer<typeof comparison> {
  const games = libraries.map(({ player }) => player.games);
  const { players, overlap, months, systems, suggestions } = compareOverview(games);
  const list = listCompared(joinLibraries(games), query);
  const names = libraries.map(({ player }) => player.profile.name);
  return {
    players: libraries.map(({ player: { profile, checkedAt } }, at) => ({
      name: profile.name,
      ulid: profile.ulid,
      points: profile.points,
      casualPoints: profile.casualPoints,
      retroPoints: profile.retroPoints,
      counts: players[at]?.counts ?? countGames([]),
      averageWon: players[at]?.averageWon ?? 0,
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
    results: list.games.map(({ game, progress, leader }) => ({
      gameId: game.id,
      title: game.title,
      imageIcon: game.iconPath,
      consoleId: game.systemId,
      consoleName: game.systemName,
      maxPossible: game.maxPossible,
      leader: leader === null ? null : (names[leader] ?? null),
      progress: progress.map(progressJson),
    })),
  };
}

function progressJson(game: Game | null) {
  return (
    game && {
      numAwarded: game.numAwarded,
      numAwardedHardcore: game.numAwardedHardcore,
      maxPossible: game.maxPossible,
      mostRecentAwardedDate: isoDate(game.mostRecentAwardedAt),
      highestAwardKind: game.highestAwardKind,
      highestAwardDate: isoDate(game.highestAwardAt),
    }
  );
}

function isoDate(epochSeconds: number | null): string | null {
  return epochSeconds === null ? null : new Date(epochSeconds * 1000).toISOString();
}
