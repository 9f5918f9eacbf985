import { atomFeed, awardEntries } from "@/lib/exports/atom";
import { historyEntries } from "@/lib/exports/history-entries";
import { readFeedKinds } from "@/lib/http/feed-parameters";
import { readHistory } from "@/lib/http/player-history";
import { NO_DATA, playerRouteWithData } from "@/lib/http/player-route";
import { siteUrl } from "@/lib/http/site-url";
import { LIMITS } from "@/lib/limits";
import { newestDays } from "@/lib/players/load-history";
import { gameBase } from "@/lib/retroachievements/retroachievements";

/** A player's awards for feed readers, and with `only=` revised sets and achievements, as far as the history has them. */
export const GET = playerRouteWithData({
  read: readFeedKinds,
  readData: (player, kinds) =>
    kinds.join() === "awards"
      ? Promise.resolve(NO_DATA)
      : readHistory(player, newestDays(LIMITS.historyDaysAtOnce, player)),
  write({ player }, kinds, data) {
    const entries = [
      ...(kinds.includes("awards") ? awardEntries(player.games) : []),
      ...historyEntries(data?.history.days ?? [], player.games, kinds),
    ];
    return {
      type: "application/atom+xml; charset=utf-8",
      body: atomFeed(player, kinds, entries, siteUrl(), gameBase()),
    };
  },
});
