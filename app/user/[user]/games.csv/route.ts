import { gamesToCsv } from "@/lib/exports/csv";
import { playerRoute, readListQuery, saveAs } from "@/lib/http/player-route";
import { listGames } from "@/lib/progress/list-games";

/** All games that the page's query finds, for a spreadsheet. */
export const GET = playerRoute({
  read: readListQuery,
  write: ({ player: { games, profile } }, query) => ({
    type: "text/csv; charset=utf-8",
    body: gamesToCsv(listGames(games, query).found),
    headers: saveAs(`${profile.name}.csv`),
  }),
});
