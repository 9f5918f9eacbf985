import type { Durability } from "@/lib/kv/store";
import type { LastOutcomes } from "@/lib/observe/last-outcomes";

/** Whether what is to be kept for good is kept, and why not. */
type HistoryStatus = Durability | { kept: false; why: "failing" };

/** Whether the history is kept: the store may have refused the last command, or the last snapshot of a player. */
export function historyStatus(
  keeping: Durability,
  { history, store }: LastOutcomes,
): HistoryStatus {
  const isFailing = history === "failing" || store === "failing";
  return keeping.kept && isFailing ? { kept: false, why: "failing" } : keeping;
}

/** What failed when it was last tried, in words for the owner; no secret is in it. */
export function failureWarnings({ store, history, key }: LastOutcomes): string[] {
  const warnings: string[] = [];
  if (store === "failing") {
    warnings.push("The store refused the last command or did not answer it: see the log.");
  }
  if (history === "failing") {
    warnings.push("The last change of a player's history could not be stored. It is tried again.");
  }
  if (key === "refused") {
    warnings.push("RetroAchievements refused RA_WEB_API_KEY when it was last asked.");
  }
  return warnings;
}

/** Whether times are read from RA's API v2: the site may not ask it, or v2 refuses the key; points come from v1 then. */
export function v2Status(isAsked: boolean, isRefused: boolean): "on" | "off" | "refused" {
  if (!isAsked) return "off";
  return isRefused ? "refused" : "on";
}
