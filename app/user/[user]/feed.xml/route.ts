import type { Player } from "@/lib/domain/player";
import { atomFeed, awardEntries, ENTRIES, type FeedKind } from "@/lib/exports/atom";
import { historyEntries } from "@/lib/exports/history-entries";
import { unlockEntries } from "@/lib/exports/unlock-entries";
import { readFeedKinds } from "@/lib/http/feed-parameters";
import { type RouteHistory, readHistory } from "@/lib/http/player-history";
import { playerRouteWithData, type RouteData } from "@/lib/http/player-route";
import { siteUrl } from "@/lib/http/site-url";
import { LIMITS } from "@/lib/limits";
import { newestDays } from "@/lib/players/load-history";
import { loadRecentUnlocks, type RecentUnlocks } from "@/lib/players/unlocks/load-recent-unlocks";
import { gameBase } from "@/lib/retroachievements/retroachievements";

/** What entries are made from in addition to awards. */
interface FeedData {
  unlocks: RecentUnlocks | null;
  /** Null: no entry needs it. */
  history: RouteHistory | null;
}

async function readFeedData(
  player: Player,
  kinds: readonly FeedKind[],
): Promise<RouteData<FeedData> | Response> {
  const unlocks = kinds.includes("achievements") ? await loadRecentUnlocks(player, ENTRIES) : null;
  const needsHistory =
    kinds.includes("revisions") || (kinds.includes("achievements") && unlocks === null);
  const history = needsHistory
    ? await readHistory(player, newestDays(LIMITS.historyDaysAtOnce, player))
    : null;
  if (history instanceof Response) return history;
  return {
    value: { unlocks, history: history?.value ?? null },
    version: JSON.stringify([unlocks?.revision, history?.version]),
  };
}

/**
 * A player's awards for feed readers, and with `only=` revised sets, as far as the history has them, and achievements: from
 * the unlocks, and until these are known from the history.
 */
export const GET = playerRouteWithData({
  read: readFeedKinds,
  readData: readFeedData,
  write({ player }, kinds, { unlocks, history }) {
    const ofHistory = kinds.filter((kind) => kind !== "achievements" || unlocks === null);
    const entries = [
      ...(kinds.includes("awards") ? awardEntries(player.games) : []),
      ...(unlocks ? unlockEntries(unlocks.unlocks, player.games) : []),
      ...historyEntries(history?.history.days ?? [], player.games, ofHistory),
    ];
    return {
      type: "application/atom+xml; charset=utf-8",
      body: atomFeed(player, kinds, entries, siteUrl(), gameBase()),
    };
  },
});
