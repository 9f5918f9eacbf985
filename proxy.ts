import { type NextRequest, NextResponse } from "next/server";
import { ERROR_STYLE_SOURCE } from "@/app/errors/error-page";
import { noAnswerPage } from "@/app/errors/no-answer";
import { noSuchYearPage } from "@/app/errors/no-such-year";
import { notFoundPage } from "@/app/errors/not-found";
import { notServedPage } from "@/app/errors/not-served";
import { unknownPlayerPage } from "@/app/errors/unknown-player";
import {
  isUpstreamError,
  type UpstreamError,
  type UpstreamErrorCode,
} from "@/lib/domain/upstream-error";
import { isUlid } from "@/lib/domain/user";
import { BUILD, env, freshness } from "@/lib/env";
import { cacheHeaders, pageCacheHeaders, SHORT_CACHE_CONTROL } from "@/lib/http/cache-headers";
import { entityTag, matchesEntityTag } from "@/lib/http/entity-tag";
import { malformedAddress } from "@/lib/http/problem";
import { retryHeaders } from "@/lib/http/retry-headers";
import { setPageSecurity } from "@/lib/http/security-headers";
import { upstreamStatus } from "@/lib/http/upstream-status";
import { type LoadedPlayer, loadPlayer } from "@/lib/players/load-player";
import { pageVersion } from "@/lib/players/page-version";
import { LIST_PARAMETERS, listQueryToSearch, parseListQuery } from "@/lib/progress/list-query";
import { reviewYears } from "@/lib/progress/review-years";

// Read by Next as text: nothing here may be computed. Its router's requests are answered by a rewrite
// in next.config.mjs, because their header is hidden from this file.
export const config = {
  // All that is or may be a page, "nothing here" included; the rest has no use for a page's headers.
  matcher: [
    {
      source:
        "/((?!api$|api/|API/|_next/|demo-media/|screenshots/|find$|user/[^/]+/(?:cards/|frame$|games\\.|feed\\.xml$|badge\\.json$)).*)",
      missing: [{ type: "header", key: "rsc" }],
    },
    // Next answers 500 to what cannot be decoded.
    "/:path(.*%.*)",
  ],
};

/** So much of what was asked for is repeated. */
const SHOWN_CHARACTERS = 64;

/** What Next says of its pages: an answer without one says the same. */
const VARY = "rsc, next-router-state-tree, next-router-prefetch, next-router-segment-prefetch";

/** Answers all that may be a page, with the headers that keep a page's visitors safe. */
export async function proxy(request: NextRequest): Promise<Response> {
  const response = await answer(request);
  if (!response.headers.has("Content-Security-Policy")) setPageSecurity(response.headers);
  return response;
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
  const isPage = isYear || ((page ?? "embed") === "embed" && year === undefined);
  if (section !== "user" || !isPage) return showNoPage(asked);
  if (request.method !== "GET" && request.method !== "HEAD") return refuseMethod();
  try {
    const loaded = await loadPlayer(user, request);
    const { name } = loaded.player.profile;
    if (name !== user && (!isUlid(user) || page)) return redirectToName(asked, loaded);
    if (isYear) return showYear(request, asked, loaded, year);
    if (page) return NextResponse.next();
    const given = listSearch(asked.searchParams);
    const { query, ignored } = parseListQuery(asked.searchParams);
    const canonical = listQueryToSearch(query);
    // A form sends its defaults too; one list has one address.
    if (ignored.length === 0 && given !== canonical) return redirectToList(asked, canonical);
    return showPlayer(request, asked, loaded, keepsVersions(given) ? "" : "/list", given);
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
    (page === "year" || (year === undefined && ["list", "embed", undefined].includes(page)));
  if (section !== "errors" && !isHidden) return NextResponse.next();
  return write(notFoundPage(), 404, { "Cache-Control": lastingCacheControl(asked) });
}

/** For what cannot be otherwise in a minute. Where Next's router may have asked too, it is kept nowhere. */
function lastingCacheControl({ pathname }: URL): string {
  return pathname.includes("%") ? "no-store" : SHORT_CACHE_CONTROL;
}

/** As Next reads them: one by one, so that an encoded slash parts nothing. Null: that cannot be. */
function decodedSegments(path: string): string[] | null {
  try {
    return path.slice(1).split("/").map(decodeURIComponent);
  } catch {
    return null;
  }
}

/** Pages are read only; a body that comes along need not be. */
function refuseMethod(): Response {
  const headers = { Allow: "GET, HEAD", "Cache-Control": "no-store", Connection: "close" };
  return new NextResponse("Pages can only be read.", { status: 405, headers });
}

/** The page about one of the player's years, or which years there are. */
function showYear(request: NextRequest, asked: URL, loaded: LoadedPlayer, year: string): Response {
  const { profile, games, checkedAt } = loaded.player;
  const years = reviewYears(games, checkedAt);
  if (years.some((each) => String(each) === year)) {
    return showPlayer(request, asked, loaded, `/year/${year}`, "");
  }
  const shown = year.slice(0, SHOWN_CHARACTERS);
  return write(noSuchYearPage({ name: profile.name, year: shown, years }), 404, {
    "Cache-Status": "Longplay; detail=year-not-found",
    "Cache-Control": lastingCacheControl(asked),
    "X-Robots-Tag": "noindex",
  });
}

/** A page of the player, or that whoever asks has it already. */
function showPlayer(
  request: NextRequest,
  asked: URL,
  loaded: LoadedPlayer,
  page: string,
  search: string,
): NextResponse {
  const version = pageVersion(loaded);
  const tag = entityTag(JSON.stringify([BUILD, settingsOfPages(), version, page, search]));
  const headers = { ...pageCacheHeaders(loaded, freshness()), ETag: tag };
  if (matchesEntityTag(request.headers.get("If-None-Match"), tag)) {
    return new NextResponse(null, { status: 304, headers: { ...headers, Vary: VARY } });
  }
  return show(asked, `/user/${version}${page}`, search, headers);
}

/**
 * Whether the versions of this page are made once and kept. Next does so in memory, of which it bounds the use.
 * Vercel does so on disk and for good, which costs more than rendering until a version is seen some 45 times.
 */
function keepsVersions(search: string): boolean {
  return search === "" && !env().onVercel;
}

/** What a page says besides what is known of its player. */
function settingsOfPages(): (string | number | boolean | undefined)[] {
  const { SITE_URL, RA_MEDIA_BASE_URL, CACHE_FRESH_SECONDS, RA_WEB_API_KEY } = env();
  return [SITE_URL, RA_MEDIA_BASE_URL, CACHE_FRESH_SECONDS, RA_WEB_API_KEY === undefined];
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

function redirectToList(asked: URL, search: string): NextResponse {
  const url = new URL(asked);
  url.search = search;
  return NextResponse.redirect(url, {
    status: 307,
    headers: { "Cache-Control": SHORT_CACHE_CONTROL, "Cache-Status": "Longplay; detail=canonical" },
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
  const retry = retryHeaders({ code, retryAfterSeconds: retryAfterSeconds ?? 60 });
  return write(
    noAnswerPage({ user: shown, code, retryAfterSeconds: Number(retry["Retry-After"]) }),
    upstreamStatus(code),
    { ...headers, ...retry, "Cache-Control": "no-store" },
  );
}

/** The parameters that choose games, as they are: the page itself names those that mean nothing. */
function listSearch(given: URLSearchParams): string {
  const parameters = new URLSearchParams();
  for (const name of LIST_PARAMETERS) {
    const value = given.get(name);
    if (value) parameters.set(name, value);
  }
  return parameters.size === 0 ? "" : `?${parameters}`;
}

/** Answers with a page that needs nothing else. */
function write(page: string, status: number, headers: Record<string, string>): Response {
  const all = new Headers({ ...headers, "Content-Type": "text/html; charset=utf-8" });
  setPageSecurity(all, ERROR_STYLE_SOURCE);
  return new Response(page, { status, headers: all });
}

/** Answers with another page of this site, under the URL that was asked for. */
function show(
  asked: URL,
  pathname: string,
  search: string,
  headers: Record<string, string>,
): NextResponse {
  const url = new URL(asked);
  url.pathname = pathname;
  url.search = search;
  return NextResponse.rewrite(url, { headers });
}
