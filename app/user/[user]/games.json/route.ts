import { json, playerRoute, readListQuery, saveAs } from "@/lib/http/player-route";
import { listCounts } from "@/lib/progress/list-counts";
import { listGames } from "@/lib/progress/list-games";
import { toApiRow } from "@/lib/retroachievements/wire";

/** All games that the page's query finds, to take away; rows as in completion-progress. */
export const GET = playerRoute({
  read: readListQuery,
  write({ player: { games, profile } }, query) {
    const { found, counted } = listGames(games, query);
    return json(
      {
        total: found.length,
        counts: listCounts(games, query, counted),
        results: found.map(toApiRow),
      },
      saveAs(`${profile.name}.json`),
    );
  },
});
