import { type NextRequest, NextResponse } from "next/server";
import { freshness } from "@/lib/env";
import { cacheHeaders, pageCacheHeaders, SHORT_CACHE_CONTROL } from "@/lib/http/cache-headers";
import { upstreamStatus } from "@/lib/http/upstream-status";
import { type LoadedPlayer, loadPlayer } from "@/lib/players/load-player";
import { pageVersion } from "@/lib/players/page-version";
import { isUlid } from "@/lib/players/user";
import { LIST_PARAMETERS, listQueryToSearch, parseListQuery } from "@/lib/progress/list-query";
import { isUpstreamError, type UpstreamError } from "@/lib/retroachievements/errors";

export const config = {
  matcher: ["/user/:user", "/user/:user/list", "/user/:user/embed", "/trouble/:path*"],
};

/**
 * Decides what a profile's URL answers, before anything is rendered: a page of Next's app router can
 * choose neither its status nor its headers, and one that throws is an empty document without
 * JavaScript. The page itself is static, made once for each version of a player.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  // Not `nextUrl`: making one takes longer than all else here.
  const asked = new URL(request.url);
  const [, section, user = "", page] = asked.pathname.split("/");
  // The pages below /trouble and the filtered list are for rewrites only.
  if (section !== "user" || (page !== undefined && page !== "embed")) {
    return show(asked, "/trouble/not-found", { status: 404 });
  }
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
    return show(asked, `/user/${pageVersion(loaded)}${given === "" ? "" : "/list"}`, {
      search: given,
      headers: pageCacheHeaders(loaded, freshness()),
    });
  } catch (error) {
    if (!isUpstreamError(error)) throw error;
    return showTrouble(asked, user, error);
  }
}

function redirectToName(asked: URL, loaded: LoadedPlayer, page?: string): NextResponse {
  const url = new URL(asked);
  url.pathname = `/user/${loaded.player.profile.name}${page ? `/${page}` : ""}`;
  return NextResponse.redirect(url, { status: 308, headers: cacheHeaders(loaded, freshness()) });
}

function redirectToList(asked: URL, search: string): NextResponse {
  const url = new URL(asked);
  url.search = search;
  return NextResponse.redirect(url, {
    status: 307,
    headers: { "Cache-Control": SHORT_CACHE_CONTROL, "Cache-Status": "Longplay; detail=canonical" },
  });
}

function showTrouble(asked: URL, user: string, error: UpstreamError): NextResponse {
  const headers = new Headers({
    "Cache-Control": "no-store",
    "Cache-Status": `Longplay; detail=${error.code}`,
    "X-Robots-Tag": "noindex",
  });
  if (error.code === "player-not-found" || error.code === "invalid-user") {
    headers.set("Cache-Control", SHORT_CACHE_CONTROL);
    return show(asked, "/trouble/unknown-player", { user, status: 404, headers });
  }
  headers.set("Retry-After", String(error.retryAfterSeconds ?? 60));
  return show(asked, "/trouble/no-answer", {
    user,
    code: error.code,
    status: upstreamStatus(error.code),
    headers,
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
  user?: string;
  code?: string;
  status?: number;
  headers?: HeadersInit;
}

/** Answers with another page of this site, under the URL that was asked for. */
function show(asked: URL, pathname: string, shown: Shown): NextResponse {
  const url = new URL(asked);
  url.pathname = pathname;
  url.search = shown.search ?? "";
  if (shown.user) url.searchParams.set("user", shown.user.slice(0, 64));
  if (shown.code) url.searchParams.set("code", shown.code);
  return NextResponse.rewrite(url, { status: shown.status ?? 200, headers: shown.headers });
}
