import { type NextRequest, NextResponse } from "next/server";
import { noSuchYearValues, yearUnreadableValues } from "@/app/errors/page-values";
import { asksTemplate } from "@/app/errors/read-template";
import {
  answerNotFound,
  answerWrongMethod,
  decodeSegments,
  notFoundCacheControl,
  pickSearch,
  redirectTo,
  redirectToList,
  redirectToZone,
  show,
  writeErrorPage,
} from "@/app/routing/answers";
import { answerComparison } from "@/app/routing/compare";
import { showGame } from "@/app/routing/game";
import { showPlayerError } from "@/app/routing/player-error";
import { searchOfRa } from "@/app/routing/ra-address";
import { readPageToRender } from "@/app/routing/rendered-pages";
import { isUpstreamError } from "@/lib/domain/upstream-error";
import { isUlid, isUser } from "@/lib/domain/user";
import { freshness } from "@/lib/env";
import { cacheHeaders, pageCacheHeaders } from "@/lib/http/cache-headers";
import { REFUSED_METHOD } from "@/lib/http/methods";
import { readPageZone, YEAR_PARAMETERS } from "@/lib/http/page-zone";
import { playerPageHeaders } from "@/lib/http/player-page-headers";
import { malformedAddress, STORE_RETRY_SECONDS } from "@/lib/http/problem";
import { setPageSecurity } from "@/lib/http/security-headers";
import { withZoneOf } from "@/lib/http/zone-search";
import { loadAskedHistory } from "@/lib/players/load-history";
import { type LoadedPlayer, loadPlayer } from "@/lib/players/load-player";
import type { View } from "@/lib/players/sources";
import { loadUnlockState } from "@/lib/players/unlocks/load-unlocks";
import { firstUnlockYear } from "@/lib/players/unlocks/load-year";
import { viewRevision } from "@/lib/players/view-revision";
import { LIST_PARAMETERS, listQueryToSearch, parseListQuery } from "@/lib/progress/list-query";
import { reviewYears } from "@/lib/progress/review-years";
import { parseShelf, shelfToSearch } from "@/lib/progress/shelf-query";
import { overviewDay } from "@/lib/views/overview-day";

// Read by Next as text: nothing here may be computed. Its router's requests are answered by a rewrite
// in next.config.mjs, because their header is hidden from this file.
export const config = {
  // All that is or may be a page, 404s included; the rest needs no page headers. Of an address
  // that ends in .rsc Next cuts that off for this file alone: a rewrite in next.config.mjs answers it.
  matcher: [
    {
      source:
        "/((?!.*\\.rsc$|api$|api/|API$|API/|_next/|demo-media/|screenshots/|find$|user/[^/]+/(?:cards/|frame$|games\\.|history\\.csv$|feed\\.xml$|badge\\.json$)).*)",
      missing: [{ type: "header", key: "rsc" }],
    },
    // Next answers 500 to what cannot be decoded.
    "/:path(.*%.*)",
  ],
};

/** What may follow a player's name; undefined for their overview. */
const PAGES = [undefined, "progress", "history", "embed"];

/** The parameters of a history's page. */
const HISTORY_PARAMETERS = ["year", "month"];

/** Answers all that may be a page, with a page's security headers. */
export async function proxy(request: NextRequest): Promise<Response> {
  // Not `nextUrl`: making one takes longer than all else here.
  const asked = new URL(request.url);
  const page = readPageToRender(request.headers);
  if (page) return NextResponse.rewrite(new URL(page, asked));
  const response =
    refuse(request, asked) ??
    (await answerComparison(request, asked)) ??
    (await answer(request, asked));
  if (!response.headers.has("Content-Security-Policy")) setPageSecurity(response.headers);
  return response;
}

/** Refuses methods that no page takes, also ones that normalization has marked; null for all others. */
function refuse({ method, headers }: NextRequest, { pathname }: URL): Response | null {
  const marked = headers.get(REFUSED_METHOD);
  if (marked && decodeSegments(pathname) === null) return answerWrongMethod(marked, pathname);
  return method === "GET" || method === "HEAD" ? null : answerWrongMethod(method, pathname);
}

/**
 * Decides what a player's URL answers, before anything is rendered: a page of Next's app router can
 * choose neither its status nor its headers, and one that throws is an empty document without
 * JavaScript. Errors are written here; a page is named by the version of its player.
 */
async function answer(request: NextRequest, asked: URL): Promise<Response> {
  const [, section, user = "", page, item, more] = asked.pathname.split("/");
  const isOfItem = item !== undefined && more === undefined;
  const isYear = page === "year" && isOfItem;
  const isGame = page === "game" && isOfItem;
  const isPage = isYear || isGame || (PAGES.includes(page) && item === undefined);
  if (section !== "user" || !isPage) return showNoPage(asked, request.headers);
  const hasZone = isYear || page === undefined;
  const moved = isUser(user)
    ? (movedList(asked, page) ?? (hasZone && redirectToZone(asked)))
    : null;
  if (moved) return moved;
  try {
    const loaded = await loadPlayer(user, request);
    const { name } = loaded.player.profile;
    if (name !== user && (!isUlid(user) || page)) return redirectToName(asked, loaded);
    if (isYear) return await showYear(request, asked, loaded, item);
    if (isGame) return await showGame(request, asked, loaded, item);
    if (page === "history") return await showHistory(request, asked, loaded);
    if (page === "progress") return await showProgress(request, asked, loaded);
    if (page) return NextResponse.next();
    return await showOverview(request, asked, loaded);
  } catch (error) {
    if (!isUpstreamError(error)) throw error;
    return showPlayerError(asked, error, { users: [user], wrong: [user], isComparison: false });
  }
}

/** Redirects lists of RA's own page, and lists at a player's own address, where they once were; null for all others. */
function movedList(asked: URL, page: string | undefined): Response | null {
  if (page === "progress") {
    const search = searchOfRa(asked.searchParams);
    return search === null ? null : redirectTo(asked, asked.pathname, search, 308);
  }
  const search = page === undefined ? pickSearch(asked.searchParams, LIST_PARAMETERS) : "";
  return search === "" ? null : redirectTo(asked, `${asked.pathname}/progress`, search, 308);
}

/**
 * 404 for what is below /errors, and for versions of a player's page: these are targets of rewrites only, however they
 * are encoded. Next answers all else.
 */
function showNoPage(asked: URL, headers: Headers): Response | Promise<Response> {
  const segments = decodeSegments(asked.pathname);
  if (segments === null) return malformedAddress();
  const [section, , page, item, more] = segments;
  const isHidden =
    section === "user" &&
    more === undefined &&
    (page === "year" || page === "game" || (item === undefined && PAGES.includes(page)));
  const isShown = section === "errors" ? asksTemplate(headers) : !isHidden;
  if (isShown) return NextResponse.next();
  return answerNotFound(asked);
}

/** The player's overview. */
async function showOverview(
  request: NextRequest,
  asked: URL,
  loaded: LoadedPlayer,
): Promise<Response> {
  const { zone } = readPageZone(asked.searchParams);
  const search = joinSearch(
    withZoneOf(asked.searchParams, shelfToSearch(parseShelf(asked.searchParams))),
    pickSearch(asked.searchParams, ["chart"]),
  );
  return showPlayer(request, asked, loaded, {
    view: "overview",
    path: "",
    search,
    shown: overviewDay(loaded.player, zone, Date.now()),
  });
}

function joinSearch(...parts: readonly string[]): string {
  const all = parts.flatMap((part) => (part ? part.slice(1) : []));
  return all.length > 0 ? `?${all.join("&")}` : "";
}

/** A list of the player's games, at its one address: a form sends its defaults too. */
async function showProgress(
  request: NextRequest,
  asked: URL,
  loaded: LoadedPlayer,
): Promise<Response> {
  const search = pickSearch(asked.searchParams, LIST_PARAMETERS);
  const { query, ignored } = parseListQuery(asked.searchParams);
  const canonical = listQueryToSearch(query);
  if (ignored.length === 0 && search !== canonical) return redirectToList(asked, canonical);
  return showPlayer(request, asked, loaded, { view: "progress", path: "/progress", search });
}

/** The page of one of the player's years, or a 404 with links to them. */
async function showYear(
  request: NextRequest,
  asked: URL,
  loaded: LoadedPlayer,
  year: string,
): Promise<Response> {
  const { profile, games, checkedAt } = loaded.player;
  const { known, isReadable } = await loadUnlockState(loaded.player);
  const years = reviewYears(games, checkedAt, firstUnlockYear(known));
  if (years.some((each) => String(each) === year)) {
    const search = pickSearch(asked.searchParams, YEAR_PARAMETERS);
    return showPlayer(request, asked, loaded, { view: "year", path: `/year/${year}`, search });
  }
  if (!isReadable && mayHaveUnlocks(year, years)) {
    return writeErrorPage(asked, "year-unreadable", yearUnreadableValues(profile.name, year), 503, {
      "Cache-Status": "Longplay; detail=unlocks-unavailable",
      "Cache-Control": "no-store",
      "Retry-After": String(STORE_RETRY_SECONDS),
      "X-Robots-Tag": "noindex",
    });
  }
  return writeErrorPage(asked, "no-such-year", noSuchYearValues(profile.name, year, years), 404, {
    "Cache-Status": "Longplay; detail=year-not-found",
    "Cache-Control": notFoundCacheControl(asked),
    "X-Robots-Tag": "noindex",
  });
}

/** Whether a year before the first award may have unlocks: RetroAchievements is of this century. */
function mayHaveUnlocks(year: string, [first]: readonly number[]): boolean {
  return /^20\d\d$/.test(year) && Number(year) < (first ?? 0);
}

/** The history page, whose version includes the state of the history. */
async function showHistory(
  request: NextRequest,
  asked: URL,
  loaded: LoadedPlayer,
): Promise<Response> {
  const search = new URLSearchParams(pickSearch(asked.searchParams, HISTORY_PARAMETERS));
  // Read whole before the headers are sent: a failure changes them.
  const { history, revision: shown } = await loadAskedHistory(
    loaded.player,
    Object.fromEntries(search),
  );
  const revision = await viewRevision("history", loaded, [shown]);
  const headers = pageCacheHeaders(loaded, freshness());
  // A page without its history must not be cached.
  if (!history) headers["Cache-Control"] = "no-store";
  const pathname = `/user/${revision}/history`;
  return show(request, asked, { pathname, search: search.size ? `?${search}` : "", headers });
}

interface PlayerPage {
  view: View;
  /** Of the route that renders it, below the version of the player. */
  path: string;
  search: string;
  /** Revisions of what the page shows in addition to the player. */
  shown?: readonly string[];
}

/** A page of the player, or 304 if the client has it. */
async function showPlayer(
  request: NextRequest,
  asked: URL,
  loaded: LoadedPlayer,
  { view, path, search, shown = [] }: PlayerPage,
): Promise<Response> {
  const pathname = `/user/${await viewRevision(view, loaded, shown)}${path}`;
  const headers = await playerPageHeaders(view, [loaded]);
  return show(request, asked, { pathname, search, headers });
}

/** The same address with the player's name as RA writes it. */
function redirectToName(asked: URL, loaded: LoadedPlayer): NextResponse {
  const url = new URL(asked);
  const [, section, , ...page] = asked.pathname.split("/");
  url.pathname = ["", section, loaded.player.profile.name, ...page].join("/");
  return NextResponse.redirect(url, {
    status: 308,
    headers: cacheHeaders(loaded, freshness()),
  });
}
