import { badge, errorBadge, listBadge, weekBadge } from "@/lib/cards/badge";
import { knownLocale } from "@/lib/cards/formatter";
import { messageOf } from "@/lib/cards/message";
import { wordsFor } from "@/lib/cards/words";
import { isUpstreamError } from "@/lib/domain/upstream-error";
import type { History } from "@/lib/history/history";
import { ERROR_IMAGE_CACHE } from "@/lib/http/cache-headers";
import { json, playerRouteWithData, type RouteData, readListQuery } from "@/lib/http/player-route";
import { readTimes } from "@/lib/http/player-times";
import { loadHistory, newestDays } from "@/lib/players/load-history";
import { listGames } from "@/lib/progress/list-games";
import type { ListQuery } from "@/lib/progress/list-query";
import { areTimesKnown } from "@/lib/times/are-times-known";
import { type ListTimes, NO_TIMES } from "@/lib/times/list-time";

const WEEK = "week";
const POINTS = "points";
const WEEK_DAYS = 7;
/** In a moment it may be known. */
const NOT_KEPT = { "Cache-Control": "no-store" };

/** What a badge is made from beside the player. */
interface BadgeData {
  history: History | null;
  times: ListTimes;
}

const NO_BADGE_DATA: RouteData<BadgeData> = {
  value: { history: null, times: NO_TIMES },
  version: "",
};

/**
 * A badge for shields.io's endpoint: `?show=mastered|beaten|completed|played|points|week&locale=`. What cannot be shown
 * is a badge all the same, which says why: shields.io hides the reason for any status but 200.
 */
export const GET = playerRouteWithData({
  read(parameters) {
    const read = readListQuery(parameters);
    if ("errors" in read) return read;
    const locale = localeOf(parameters);
    return { query: { list: read.query, show: parameters.get("show") ?? "", locale } };
  },
  failures: {
    invalid: (errors) =>
      saying(`invalid ${errors.map(({ name }) => name).join(", ")}`, "invalid-parameters"),
    failed(error, user, parameters) {
      if (!isUpstreamError(error)) throw error;
      const { title, code } = messageOf(error, user, wordsFor(localeOf(parameters)));
      return saying(title, code);
    },
  },
  async readData(player, { list, show, locale }): Promise<RouteData<BadgeData> | Response> {
    if (show !== WEEK) {
      // Of these lists, times decide which games are in them.
      if (list.status !== "rare-mastered" && list.subsets === "1") return NO_BADGE_DATA;
      const { value: times, version } = await readTimes(player);
      if (list.status === "rare-mastered" && isOfList(list, show) && !areTimesKnown(times)) {
        return Response.json(listBadge(list.status, null, locale), { headers: NOT_KEPT });
      }
      return { value: { history: null, times }, version };
    }
    const { history, revision } = await loadHistory(player, newestDays(WEEK_DAYS, player));
    if (history === null || history.startedAt === null) {
      return Response.json(weekBadge(history, locale), { headers: NOT_KEPT });
    }
    return { value: { history, times: NO_TIMES }, version: revision };
  },
  write({ player }, { list, show, locale }, { history, times }) {
    if (show === WEEK) return json(weekBadge(history, locale));
    const { counted, found } = listGames(player.games, list, times);
    const shown = isOfList(list, show)
      ? listBadge(list.status, found.length, locale)
      : badge(player, counted, show, locale);
    return json(shown);
  },
});

/** A figure counts what the page counts; a status names a list, and its games are another figure. */
function isOfList({ status }: ListQuery, show: string): boolean {
  return status !== "all" && show !== POINTS;
}

function localeOf(parameters: URLSearchParams): string {
  return knownLocale(parameters.get("locale") ?? "en") ?? "en";
}

function saying(message: string, code: string): Response {
  const headers = {
    ...ERROR_IMAGE_CACHE,
    "Cache-Status": `Longplay; detail=${code}`,
    "X-Longplay-Error": code,
  };
  return Response.json(errorBadge(message), { headers });
}
