import type { Player } from "@/lib/domain/player";
import type { History } from "@/lib/history/history";
import { type HistoryRange, loadHistory } from "@/lib/players/load-history";
import type { RouteData } from "./player-route";
import { historyUnavailable } from "./problem";

/** Some days of a player's history, as a route needs them. */
export interface RouteHistory {
  history: History;
  /** Whether this site stores histories durably. */
  isKept: boolean;
}

/** Reads some days of a player's history for a route; a 503 problem while the store does not answer. */
export async function readHistory(
  player: Player,
  range: HistoryRange,
): Promise<RouteData<RouteHistory> | Response> {
  const { history, keeping, revision } = await loadHistory(player, range);
  if (history === null) return historyUnavailable();
  return { value: { history, isKept: keeping.kept }, version: revision };
}
