import { atomFeed, awardEntries } from "@/lib/exports/atom";
import { historyEntries } from "@/lib/exports/history-entries";
import { readFeedKinds } from "@/lib/http/feed-parameters";
import { readHistory } from "@/lib/http/player-history";
import { NOTHING_MORE, playerRouteWithMore } from "@/lib/http/player-route";
import { siteUrl } from "@/lib/http/site-url";
import { LIMITS } from "@/lib/limits";
import { newestDays } from "@/lib/players/load-history";
import { gameBase } from "@/lib/retroachievements/retroachievements";

/** A player's awards for feed readers, and with `only=` revised sets and achievements, as far as the history tells. */
export const GET = playerRouteWithMore({
  read: readFeedKinds,
  readMore: (player, kinds) =>
    kinds.join() === "awards"
      ? Promise.resolve(NOTHING_MORE)
      : readHistory(player, newestDays(LIMITS.historyDaysAtOnce, player)),
  write({ player }, kinds, known) {
    const entries = [
      ...(kinds.includes("awards") ? awardEntries(player.games) : []),
      ...historyEntries(known?.history.days ?? [], player.games, kinds),
    ];
    return {
      type: "application/atom+xml; charset=utf-8",
      body: atomFeed(player, kinds, entries, siteUrl(), gameBase()),
    };
  },
});
