import { NextResponse } from "next/server";
import { ERROR_STYLE_SOURCE } from "@/app/errors/error-page";
import { notFoundPage } from "@/app/errors/not-found";
import { BUILD, env } from "@/lib/env";
import { SHORT_CACHE_CONTROL } from "@/lib/http/cache-headers";
import { entityTag, matchesEntityTag } from "@/lib/http/entity-tag";
import { allowedMethods } from "@/lib/http/methods";
import { setPageSecurity } from "@/lib/http/security-headers";

/** What Next says of its pages: an answer without one says the same. */
const VARY = "rsc, next-router-state-tree, next-router-prefetch, next-router-segment-prefetch";

/** For what cannot be otherwise in a minute. Where Next's router may have asked too, it is kept nowhere. */
export function lastingCacheControl({ pathname }: URL): string {
  return pathname.includes("%") ? "no-store" : SHORT_CACHE_CONTROL;
}

/** As Next reads them: one by one, so that an encoded slash parts nothing. Null: that cannot be. */
export function decodedSegments(path: string): string[] | null {
  try {
    return path.slice(1).split("/").map(decodeURIComponent);
  } catch {
    return null;
  }
}

/**
 * What any method but GET and HEAD is answered: 405, and OPTIONS with the methods that there are. The connection is
 * closed, so that a body need not be read.
 *
 * @param pathname where the request went, as far as it is known
 */
export function refuseMethod(method: string, pathname: string): Response {
  const headers = {
    Allow: allowedMethods(pathname),
    "Cache-Control": "no-store",
    Connection: "close",
  };
  return method === "OPTIONS"
    ? new NextResponse(null, { status: 204, headers })
    : new NextResponse("This address can only be read.", { status: 405, headers });
}

/** There is no page. */
export function refuseAddress(asked: URL): Response {
  return write(notFoundPage(), 404, { "Cache-Control": lastingCacheControl(asked) });
}

/** Has a list's page at its shortest address. */
export function redirectToList(asked: URL, search: string): NextResponse {
  const url = new URL(asked);
  url.search = search;
  return NextResponse.redirect(url, {
    status: 307,
    headers: { "Cache-Control": SHORT_CACHE_CONTROL, "Cache-Status": "Longplay; detail=canonical" },
  });
}

/** The parameters that choose games, as they are: the page itself names those that mean nothing. */
export function givenSearch(given: URLSearchParams, names: readonly string[]): string {
  const parameters = new URLSearchParams();
  for (const name of names) {
    const value = given.get(name);
    if (value) parameters.set(name, value);
  }
  return parameters.size === 0 ? "" : `?${parameters}`;
}

/** Answers with a page that needs nothing else. */
export function write(page: string, status: number, headers: Record<string, string>): Response {
  const all = new Headers({ ...headers, "Content-Type": "text/html; charset=utf-8" });
  setPageSecurity(all, ERROR_STYLE_SOURCE);
  return new Response(page, { status, headers: all });
}

/**
 * Answers with another page of this site, under the URL that was asked for; or that whoever asks has it already.
 *
 * @param page its path and search: with the build and the settings, all that the page depends on
 */
export function show(
  request: Request,
  asked: URL,
  page: { pathname: string; search: string },
  ownHeaders: Record<string, string>,
): NextResponse {
  const tag = entityTag(JSON.stringify([BUILD, settingsOfPages(), page.pathname, page.search]));
  const headers = { ...ownHeaders, ETag: tag };
  if (matchesEntityTag(request.headers.get("If-None-Match"), tag)) {
    return new NextResponse(null, { status: 304, headers: { ...headers, Vary: VARY } });
  }
  const url = new URL(asked);
  url.pathname = page.pathname;
  url.search = page.search;
  return NextResponse.rewrite(url, { headers });
}

/** What a page says besides what is known of its player. */
function settingsOfPages(): (string | number | boolean | undefined)[] {
  const { SITE_URL, RA_MEDIA_BASE_URL, CACHE_FRESH_SECONDS, RA_WEB_API_KEY } = env();
  return [SITE_URL, RA_MEDIA_BASE_URL, CACHE_FRESH_SECONDS, RA_WEB_API_KEY === undefined];
}
