import { badge, listBadge, weekBadge } from "@/lib/cards/badge";
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
const POINTS = "points";
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
    if (show === WEEK) return json(weekBadge(history, locale), HEADERS);
    const { counted, found } = listGames(player.games, query);
    // A figure counts what the page counts; a status names a list, and its games are another figure.
    const isList = query.status !== "all" && show !== POINTS;
    const shown = isList
      ? listBadge(query.status, found.length, locale)
      : badge(player, counted, show, locale);
    return json(shown, HEADERS);
  },
});
