import { historyJson } from "@/lib/http/history-json";
import { readHistoryRange } from "@/lib/http/history-parameters";
import { readHistory } from "@/lib/http/player-history";
import { json, playerRouteWithMore } from "@/lib/http/player-route";

/** What is kept of some days of a player: what happened, and how things stood at the end of each. */
export const GET = playerRouteWithMore({
  read: (parameters) => readHistoryRange(parameters),
  readMore: readHistory,
  write: ({ player }, range, known) => json(historyJson(player, known, range)),
});
