import { type NextRequest, NextResponse } from "next/server";
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

/** What Next says of its pages: an answer without one says the same. */
const VARY = "rsc, next-router-state-tree, next-router-prefetch, next-router-segment-prefetch";

/** Answers all that may be a page, with the headers that keep a page's visitors safe. */
export async function proxy(request: NextRequest): Promise<Response> {
  const response = await answer(request);
  setPageSecurity(response.headers);
  return response;
}

/**
 * Decides what a profile's URL answers, before anything is rendered: a page of Next's app router can
 * choose neither its status nor its headers, and one that throws is an empty document without
 * JavaScript. The page itself is static, made once for each version of a player.
 */
async function answer(request: NextRequest): Promise<Response> {
  // Not `nextUrl`: making one takes longer than all else here.
  const asked = new URL(request.url);
  const [, section, user = "", page, more] = asked.pathname.split("/");
  const isPage = section === "user" && more === undefined && (page ?? "embed") === "embed";
  if (!isPage) return showNoPage(asked);
  if (request.method !== "GET" && request.method !== "HEAD") return refuseMethod();
  try {
    const loaded = await loadPlayer(user, request);
    const { name } = loaded.player.profile;
    if (name !== user && (!isUlid(user) || page)) return redirectToName(asked, loaded, page);
    if (page) return NextResponse.next();
    const given = listSearch(asked.searchParams);
    const { query, ignored } = parseListQuery(asked.searchParams);
    const canonical = listQueryToSearch(query);
    // A form sends its defaults too; one list has one address.
    if (ignored.length === 0 && given !== canonical) return redirectToList(asked, canonical);
    return showPlayer(request, asked, loaded, given);
  } catch (error) {
    if (!isUpstreamError(error)) throw error;
    return showError(asked, user, error);
  }
}

/**
 * The pages below /errors and the versions of a player's page are for rewrites only, however they are
 * written; all else with a percent sign is not for this file to answer.
 */
function showNoPage(asked: URL): Response {
  const segments = decodedSegments(asked.pathname);
  if (segments === null) return malformedAddress();
  const [section, , page, more] = segments;
  const isPage = section === "user" && more === undefined;
  const isHidden = isPage && ["list", "embed", undefined].includes(page);
  if (section !== "errors" && !isHidden) return NextResponse.next();
  return show(asked, "/errors/not-found", {
    status: 404,
    headers: { "Cache-Control": lastingCacheControl(asked) },
  });
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

/** The player's page, or that whoever asks has it already. */
function showPlayer(
  request: NextRequest,
  asked: URL,
  loaded: LoadedPlayer,
  search: string,
): NextResponse {
  const version = pageVersion(loaded);
  const tag = entityTag(JSON.stringify([BUILD, settingsOfPages(), version, search]));
  const headers = { ...pageCacheHeaders(loaded, freshness()), ETag: tag };
  if (matchesEntityTag(request.headers.get("If-None-Match"), tag)) {
    return new NextResponse(null, { status: 304, headers: { ...headers, Vary: VARY } });
  }
  return show(asked, `/user/${version}${search === "" ? "" : "/list"}`, { search, headers });
}

/** What a page says besides what is known of its player. */
function settingsOfPages(): (string | number | boolean | undefined)[] {
  const { SITE_URL, RA_MEDIA_BASE_URL, CACHE_FRESH_SECONDS, RA_WEB_API_KEY } = env();
  return [SITE_URL, RA_MEDIA_BASE_URL, CACHE_FRESH_SECONDS, RA_WEB_API_KEY === undefined];
}

function redirectToName(asked: URL, loaded: LoadedPlayer, page?: string): NextResponse {
  const url = new URL(asked);
  url.pathname = `/user/${loaded.player.profile.name}${page ? `/${page}` : ""}`;
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

/** The pages of what cannot be otherwise in a minute. */
const LASTING: Partial<Record<UpstreamErrorCode, { path: string; status: number }>> = {
  "player-not-found": { path: "/errors/unknown-player", status: 404 },
  "invalid-user": { path: "/errors/unknown-player", status: 404 },
  "player-not-served": { path: "/errors/not-served", status: 403 },
};

function showError(asked: URL, user: string, error: UpstreamError): NextResponse {
  const headers = {
    "Cache-Status": `Longplay; detail=${error.code}`,
    "X-Robots-Tag": "noindex",
  };
  const lasting = LASTING[error.code];
  if (lasting) {
    return show(asked, lasting.path, {
      about: { user },
      status: lasting.status,
      headers: { ...headers, "Cache-Control": lastingCacheControl(asked) },
    });
  }
  const { code } = error;
  const retry = retryHeaders({ code, retryAfterSeconds: error.retryAfterSeconds ?? 60 });
  return show(asked, "/errors/no-answer", {
    about: { user, code, retry: retry["Retry-After"] ?? "" },
    status: upstreamStatus(code),
    headers: { ...headers, ...retry, "Cache-Control": "no-store" },
  });
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

interface Shown {
  search?: string;
  /** What the page is to say. */
  about?: Record<string, string>;
  status?: number;
  headers?: Record<string, string>;
}

/** Answers with another page of this site, under the URL that was asked for. */
function show(asked: URL, pathname: string, shown: Shown): NextResponse {
  const url = new URL(asked);
  url.pathname = pathname;
  url.search = shown.search ?? "";
  for (const [name, value] of Object.entries(shown.about ?? {})) {
    url.searchParams.set(name, value.slice(0, 64));
  }
  return NextResponse.rewrite(url, {
    status: shown.status ?? 200,
    headers: shown.headers ?? {},
  });
}
