import { json, playerRoute, readListQuery } from "@/lib/http/player-route";
import { listCounts } from "@/lib/progress/list-counts";
import { listGames } from "@/lib/progress/list-games";
import { toApiRow } from "@/lib/retroachievements/wire";

/** One page of a player's games, filtered and sorted as on the page; rows as in completion-progress. */
export const GET = playerRoute({
  read: readListQuery,
  write({ player }, query) {
    const { games, page, pages, found, counted } = listGames(player.games, query);
    return json({
      page,
      pages,
      total: found.length,
      counts: listCounts(player.games, query, counted),
      results: games.map(toApiRow),
    });
  },
});
