import { type NextRequest, NextResponse } from "next/server";
import { noAnswerPage } from "@/app/errors/no-answer";
import { noSuchYearPage } from "@/app/errors/no-such-year";
import { notServedPage } from "@/app/errors/not-served";
import { unknownPlayerPage } from "@/app/errors/unknown-player";
import {
  decodedSegments,
  givenSearch,
  lastingCacheControl,
  redirectToList,
  refuseAddress,
  refuseMethod,
  show,
  write,
} from "@/app/routing/answers";
import { answerComparison } from "@/app/routing/compare";
import { errorKind } from "@/lib/domain/error-kinds";
import {
  isUpstreamError,
  type UpstreamError,
  type UpstreamErrorCode,
} from "@/lib/domain/upstream-error";
import { isUlid } from "@/lib/domain/user";
import { env, freshness } from "@/lib/env";
import { cacheHeaders, pageCacheHeaders } from "@/lib/http/cache-headers";
import { REFUSED_METHOD } from "@/lib/http/methods";
import { malformedAddress } from "@/lib/http/problem";
import { retryHeaders } from "@/lib/http/retry-headers";
import { setPageSecurity } from "@/lib/http/security-headers";
import { loadAskedHistory } from "@/lib/players/load-history";
import { type LoadedPlayer, loadPlayer } from "@/lib/players/load-player";
import type { View } from "@/lib/players/sources";
import { viewRevision } from "@/lib/players/view-revision";
import { LIST_PARAMETERS, listQueryToSearch, parseListQuery } from "@/lib/progress/list-query";
import { reviewYears } from "@/lib/progress/review-years";

// Read by Next as text: nothing here may be computed. Its router's requests are answered by a rewrite
// in next.config.mjs, because their header is hidden from this file.
export const config = {
  // All that is or may be a page, "nothing here" included; the rest has no use for a page's headers. Of an address
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

/** The parameters of a history's page. */
const HISTORY_PARAMETERS = ["year", "month"];

/** So much of what was asked for is repeated. */
const SHOWN_CHARACTERS = 64;

/** Answers all that may be a page, with the headers that keep a page's visitors safe. */
export async function proxy(request: NextRequest): Promise<Response> {
  const response = refuse(request) ?? (await answerComparison(request)) ?? (await answer(request));
  if (!response.headers.has("Content-Security-Policy")) setPageSecurity(response.headers);
  return response;
}

/** What there is to say of a method that no page takes, however it came here; null for all others. */
function refuse({ method, headers, url }: NextRequest): Response | null {
  const { pathname } = new URL(url);
  const marked = headers.get(REFUSED_METHOD);
  if (marked && decodedSegments(pathname) === null) return refuseMethod(marked, pathname);
  return method === "GET" || method === "HEAD" ? null : refuseMethod(method, pathname);
}

/**
 * Decides what a profile's URL answers, before anything is rendered: a page of Next's app router can
 * choose neither its status nor its headers, and one that throws is an empty document without
 * JavaScript. What there is to say of an error is written here; a page is named by the version of its player.
 */
async function answer(request: NextRequest): Promise<Response> {
  // Not `nextUrl`: making one takes longer than all else here.
  const asked = new URL(request.url);
  const [, section, user = "", page, year, more] = asked.pathname.split("/");
  const isYear = page === "year" && year !== undefined && more === undefined;
  const isPage = isYear || (["embed", "history", undefined].includes(page) && year === undefined);
  if (section !== "user" || !isPage) return showNoPage(asked);
  try {
    const loaded = await loadPlayer(user, request);
    const { name } = loaded.player.profile;
    if (name !== user && (!isUlid(user) || page)) return redirectToName(asked, loaded);
    if (isYear) return await showYear(request, asked, loaded, year);
    if (page === "history") return await showHistory(request, asked, loaded);
    if (page) return NextResponse.next();
    const given = givenSearch(asked.searchParams, LIST_PARAMETERS);
    const { query, ignored } = parseListQuery(asked.searchParams);
    const canonical = listQueryToSearch(query);
    // A form sends its defaults too; one list has one address.
    if (ignored.length === 0 && given !== canonical) return redirectToList(asked, canonical);
    const path = keepsVersions(given) ? "" : "/list";
    return await showPlayer(request, asked, loaded, "profile", path, given);
  } catch (error) {
    if (!isUpstreamError(error)) throw error;
    return showError(asked, user, error);
  }
}

/**
 * What is below /errors and the versions of a player's page are for rewrites only, however they are
 * written; all else with a percent sign is not for this file to answer.
 */
function showNoPage(asked: URL): Response {
  const segments = decodedSegments(asked.pathname);
  if (segments === null) return malformedAddress();
  const [section, , page, year, more] = segments;
  const isHidden =
    section === "user" &&
    more === undefined &&
    (page === "year" ||
      (year === undefined && ["list", "embed", "history", undefined].includes(page)));
  if (section !== "errors" && !isHidden) return NextResponse.next();
  return refuseAddress(asked);
}

/** The page about one of the player's years, or which years there are. */
async function showYear(
  request: NextRequest,
  asked: URL,
  loaded: LoadedPlayer,
  year: string,
): Promise<Response> {
  const { profile, games, checkedAt } = loaded.player;
  const years = reviewYears(games, checkedAt);
  if (years.some((each) => String(each) === year)) {
    return showPlayer(request, asked, loaded, "year", `/year/${year}`, "");
  }
  const shown = year.slice(0, SHOWN_CHARACTERS);
  return write(noSuchYearPage({ name: profile.name, year: shown, years }), 404, {
    "Cache-Status": "Longplay; detail=year-not-found",
    "Cache-Control": lastingCacheControl(asked),
    "X-Robots-Tag": "noindex",
  });
}

/** The page of what is kept of the player, which is another one whenever that has changed. */
async function showHistory(
  request: NextRequest,
  asked: URL,
  loaded: LoadedPlayer,
): Promise<NextResponse> {
  const search = new URLSearchParams(givenSearch(asked.searchParams, HISTORY_PARAMETERS));
  // All that the page is made from, not only whether there is news: what cannot be read is known before the headers.
  const { history, state } = await loadAskedHistory(loaded.player, Object.fromEntries(search));
  const revision = await viewRevision("history", loaded, [state]);
  const headers = pageCacheHeaders(loaded, freshness());
  // That it cannot be told now is to be kept by nobody.
  if (!history) headers["Cache-Control"] = "no-store";
  const page = { pathname: `/user/${revision}/history`, search: search.size ? `?${search}` : "" };
  return show(request, asked, page, headers);
}

/** A page of the player, or that whoever asks has it already. */
async function showPlayer(
  request: NextRequest,
  asked: URL,
  loaded: LoadedPlayer,
  view: View,
  path: string,
  search: string,
): Promise<NextResponse> {
  const pathname = `/user/${await viewRevision(view, loaded)}${path}`;
  return show(request, asked, { pathname, search }, pageCacheHeaders(loaded, freshness()));
}

/**
 * Whether the versions of this page are made once and kept. Next does so in memory, of which it bounds the use.
 * Vercel does so on disk and for good, which costs more than rendering until a version is seen some 45 times.
 */
function keepsVersions(search: string): boolean {
  return search === "" && !env().onVercel;
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

interface ErrorAnswer {
  status: number;
  page: (user: string) => string;
}

/** The pages of what cannot be otherwise in a minute. */
const LASTING: Partial<Record<UpstreamErrorCode, ErrorAnswer>> = {
  "player-not-found": { status: 404, page: unknownPlayerPage },
  "invalid-user": { status: 404, page: unknownPlayerPage },
  "player-not-served": { status: 403, page: notServedPage },
};

function showError(asked: URL, user: string, { code, retryAfterSeconds }: UpstreamError): Response {
  const shown = user.slice(0, SHOWN_CHARACTERS);
  const headers = { "Cache-Status": `Longplay; detail=${code}`, "X-Robots-Tag": "noindex" };
  const lasting = LASTING[code];
  if (lasting) {
    return write(lasting.page(shown), lasting.status, {
      ...headers,
      "Cache-Control": lastingCacheControl(asked),
    });
  }
  const retry = retryHeaders({ code, retryAfterSeconds });
  return write(
    noAnswerPage({ user: shown, code, retryAfterSeconds: Number(retry["Retry-After"] ?? 0) }),
    errorKind(code).status,
    { ...headers, ...retry, "Cache-Control": "no-store" },
  );
}
