import { json, playerRoute, readListQuery } from "@/lib/http/player-route";
import { awardMonths } from "@/lib/progress/award-months";
import { listCounts } from "@/lib/progress/list-counts";
import { listGames } from "@/lib/progress/list-games";
import { milestones } from "@/lib/progress/milestones";
import { systemProgress } from "@/lib/progress/system-progress";

/** A player in figures: counts, systems with their award mix, milestones, and the awards a month. */
export const GET = playerRoute({
  read: readListQuery,
  write({ player }, query) {
    const { found, counted } = listGames(player.games, query);
    return json({
      counts: listCounts(player.games, query, counted),
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
    });
  },
});
