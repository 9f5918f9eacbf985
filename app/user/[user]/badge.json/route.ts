import { badge, weekBadge } from "@/lib/cards/badge";
import { knownLocale } from "@/lib/cards/formatter";
import type { History } from "@/lib/history/history";
import {
  json,
  type More,
  NOTHING_MORE,
  playerRouteWithMore,
  readListQuery,
} from "@/lib/http/player-route";
import { loadHistory, newestDays } from "@/lib/players/load-history";
import { listGames } from "@/lib/progress/list-query";

const WEEK = "week";
const WEEK_DAYS = 7;
const HEADERS = { "Access-Control-Allow-Origin": "*" };
/** In a moment it may be known. */
const NOT_KEPT = { "Cache-Control": "no-store" };

/** A badge for shields.io's endpoint: `?show=mastered|beaten|completed|played|points|week&locale=`. */
export const GET = playerRouteWithMore({
  read(parameters) {
    const read = readListQuery(parameters);
    if ("errors" in read) return read;
    const locale = knownLocale(parameters.get("locale") ?? "en") ?? "en";
    return { asked: { query: read.asked, show: parameters.get("show") ?? "", locale } };
  },
  async readMore(player, { show, locale }): Promise<More<History | null> | Response> {
    if (show !== WEEK) return NOTHING_MORE;
    const { history, state } = await loadHistory(player, newestDays(WEEK_DAYS, player));
    // One that cannot be told is a badge all the same: shields.io shows an error for any status but 200.
    if (history === null || history.startedAt === null) {
      return Response.json(weekBadge(history, locale), { headers: { ...HEADERS, ...NOT_KEPT } });
    }
    return { value: history, version: state };
  },
  write({ player }, { query, show, locale }, history) {
    const shown =
      show === WEEK
        ? weekBadge(history, locale)
        : badge(player, listGames(player.games, query).found, show, locale);
    return json(shown, HEADERS);
  },
});
