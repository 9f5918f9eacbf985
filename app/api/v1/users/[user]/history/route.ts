import { historyJson } from "@/lib/http/history-json";
import { readHistoryRange } from "@/lib/http/history-parameters";
import { readHistory } from "@/lib/http/player-history";
import { json, playerRouteWithData } from "@/lib/http/player-route";

/** What is kept of some days of a player: what happened, and how things stood at the end of each. */
export const GET = playerRouteWithData({
  read: (parameters) => readHistoryRange(parameters),
  readData: readHistory,
  write: ({ player }, range, history) => json(historyJson(player, history, range)),
});
