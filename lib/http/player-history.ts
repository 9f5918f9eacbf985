import type { Player } from "@/lib/domain/player";
import type { History } from "@/lib/history/history";
import { type HistoryRange, loadHistory } from "@/lib/players/load-history";
import type { More } from "./player-route";
import { historyUnavailable } from "./problem";

/** Some days of a history, as answers about it are made from. */
export interface KnownHistory {
  history: History;
  /** Whether this site keeps histories for good. */
  isKept: boolean;
}

/** Reads some days of a player's history for an answer; a problem while the store does not tell them. */
export async function readHistory(
  player: Player,
  range: HistoryRange,
): Promise<More<KnownHistory> | Response> {
  const { history, keeping, state } = await loadHistory(player, range);
  if (history === null) return historyUnavailable();
  return { value: { history, isKept: keeping.kept }, version: state };
}
