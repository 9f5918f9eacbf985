import { historyToCsv } from "@/lib/exports/history-csv";
import { readHistoryRange } from "@/lib/http/history-parameters";
import { readHistory } from "@/lib/http/player-history";
import { playerRouteWithData, saveAs } from "@/lib/http/player-route";

/** The same days as `/api/v1/users/{user}/history`, for a spreadsheet. */
export const GET = playerRouteWithData({
  read: (parameters) => readHistoryRange(parameters),
  readData: readHistory,
  write: ({ player: { games, profile } }, _, { history }) => ({
    type: "text/csv; charset=utf-8",
    body: historyToCsv(history, games),
    headers: saveAs(`${profile.name}-history.csv`),
  }),
});
