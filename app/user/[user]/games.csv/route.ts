import { gamesToCsv } from "@/lib/exports/csv";
import { playerRouteWithData, readListQuery, saveAs } from "@/lib/http/player-route";
import { readTimes } from "@/lib/http/player-times";
import { listGames } from "@/lib/progress/list-games";

/** All games that the page's query finds, for a spreadsheet. */
export const GET = playerRouteWithData({
  read: readListQuery,
  readData: readTimes,
  write: ({ player: { games, profile } }, query, times) => ({
    type: "text/csv; charset=utf-8",
    body: gamesToCsv(listGames(games, query, times).found, times),
    headers: saveAs(`${profile.name}.csv`),
  }),
});
