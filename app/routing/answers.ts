import { NextResponse } from "next/server";
import { fillTemplate } from "@/app/errors/fill-template";
import type { ErrorPageName } from "@/app/errors/pages";
import { readTemplate } from "@/app/errors/read-template";
import type { TemplateValues } from "@/app/errors/slots";
import { BUILD, env } from "@/lib/env";
import { SHORT_CACHE_CONTROL } from "@/lib/http/cache-headers";
import type { EncodedBody } from "@/lib/http/encoded-body";
import { encodedResponse } from "@/lib/http/encoded-response";
import { entityTag, matchesEntityTag } from "@/lib/http/entity-tag";
import { allowedMethods } from "@/lib/http/methods";
import { canonicalZoneSearch } from "@/lib/http/page-zone";
import { setPageSecurity } from "@/lib/http/security-headers";
import { observeError } from "@/lib/observe/observe";
import { cachedPage, renderedPage } from "./rendered-pages";

const WITHOUT_TEMPLATE =
  '<!DOCTYPE html><html lang="en"><title>Longplay</title><p>This page is not available now.</p><p><a href="/">Longplay</a></p></html>';

/** As Next sends it with its pages. */
const VARY =
  "rsc, next-router-state-tree, next-router-prefetch, next-router-segment-prefetch, Accept-Encoding";

/** What a tag of an encoded form ends in. */
const ENCODED = /-(?:br|gzip)(?=")/g;

/** For 404s and 403s. Not cached where Next's router may ask too. */
export function notFoundCacheControl({ pathname }: URL): string {
  return pathname.includes("%") ? "no-store" : SHORT_CACHE_CONTROL;
}

/** The segments of a path, decoded one by one as Next does, so that an encoded slash is no separator; null if malformed. */
export function decodeSegments(path: string): string[] | null {
  try {
    return path.slice(1).split("/").map(decodeURIComponent);
  } catch {
    return null;
  }
}

/**
 * Answers any method but GET and HEAD: 405, and OPTIONS with the allowed methods. Closes the connection, so that a
 * body need not be read.
 *
 * @param pathname where the request went, as far as it is known
 */
export function answerWrongMethod(method: string, pathname: string): Response {
  const headers = {
    Allow: allowedMethods(pathname),
    "Cache-Control": "no-store",
    Connection: "close",
  };
  return method === "OPTIONS"
    ? new NextResponse(null, { status: 204, headers })
    : new NextResponse("This address can only be read.", { status: 405, headers });
}

/** The 404 page. */
export function answerNotFound(asked: URL): Promise<Response> {
  return writeErrorPage(asked, "not-found", {}, 404, {
    "Cache-Control": notFoundCacheControl(asked),
  });
}

/** Redirects a list's page to its shortest address. */
export function redirectToList(asked: URL, search: string): NextResponse {
  return redirectTo(asked, asked.pathname, search, 307);
}

/** Redirects to the address that names the time zone of a page by its canonical name; null if this one does. */
export function redirectToZone(asked: URL): NextResponse | null {
  const search = canonicalZoneSearch(asked.searchParams);
  return search === null ? null : redirectTo(asked, asked.pathname, search, 307);
}

/** Redirects to the one address of a page, on the same host. */
export function redirectTo(
  asked: URL,
  pathname: string,
  search: string,
  status: 307 | 308,
): NextResponse {
  const url = new URL(asked);
  url.pathname = pathname;
  url.search = search;
  return NextResponse.redirect(url, {
    status,
    headers: { "Cache-Control": SHORT_CACHE_CONTROL, "Cache-Status": "Longplay; detail=canonical" },
  });
}

/** The parameters of that name, unchanged: the page itself reports invalid ones. */
export function pickSearch(given: URLSearchParams, names: readonly string[]): string {
  const parameters = new URLSearchParams();
  for (const name of names) {
    const value = given.get(name);
    if (value) parameters.set(name, value);
  }
  return parameters.size === 0 ? "" : `?${parameters}`;
}

/** Answers with an error page: a page of Next's app router can choose neither its status nor its headers. */
export async function writeErrorPage(
  asked: URL,
  page: ErrorPageName,
  values: TemplateValues,
  status: number,
  headers: Record<string, string>,
): Promise<Response> {
  const html = await readTemplate(asked.origin).then(
    (template) => fillTemplate(template, { ...values, [page]: true }),
    (error: unknown) => {
      // A build in place may have taken the file away: the status and the headers still count.
      observeError(error, "error-page");
      return WITHOUT_TEMPLATE;
    },
  );
  const all = new Headers({ ...headers, "Content-Type": "text/html; charset=utf-8" });
  setPageSecurity(all);
  return new Response(html, { status, headers: all });
}

/** A page of this site, under the URL that was asked for. With the build and the settings, it names all that it depends on. */
interface ShownPage {
  pathname: string;
  search: string;
  /** Response headers. */
  headers: Record<string, string>;
}

/**
 * Answers with another page of this site, under the URL that was asked for; or 304 if the client has it. A page without
 * a query is cached, unless its headers forbid it: lists and choices are too many. A page that lacks something is
 * rendered before its headers are sent: no client may hold it.
 */
export async function show(
  request: Request,
  asked: URL,
  { pathname, search, headers }: ShownPage,
): Promise<Response> {
  const cached = search === "" ? cachedPage(pathname) : undefined;
  if (cached) return encodedResponse(request, cached, headers);
  const tag = entityTag(JSON.stringify([BUILD, settingsOfPages(), pathname, search]));
  // The client may hold any form of it.
  const held = request.headers.get("If-None-Match")?.replaceAll(ENCODED, "") ?? null;
  if (matchesEntityTag(held, tag)) {
    return new Response(null, { status: 304, headers: { ...headers, ETag: tag, Vary: VARY } });
  }
  if (headers["Cache-Control"] !== "no-store") {
    const rendered = await renderedPage({
      publicPath: asked.pathname + search,
      path: pathname + search,
      ...{ tag, isKept: search === "" },
    });
    if (rendered?.isWhole) return encodedResponse(request, rendered.body, headers);
    if (rendered) return incompleteResponse(request, rendered.body, headers);
  }
  const url = new URL(asked);
  url.pathname = pathname;
  url.search = search;
  return NextResponse.rewrite(url, { headers: { ...headers, ETag: tag } });
}

/** The tag names the whole page, so this one has none. A second in shared caches is enough for a crowd. */
async function incompleteResponse(
  request: Request,
  body: EncodedBody,
  headers: Record<string, string>,
): Promise<Response> {
  const response = await encodedResponse(request, body, {
    ...headers,
    "Cache-Control": "public, max-age=0, s-maxage=1",
  });
  response.headers.delete("ETag");
  return response;
}

/** What a page depends on in addition to its player. */
function settingsOfPages(): (string | number | boolean | undefined)[] {
  const { SITE_URL, RA_MEDIA_BASE_URL, CACHE_FRESH_SECONDS, RA_WEB_API_KEY } = env();
  return [SITE_URL, RA_MEDIA_BASE_URL, CACHE_FRESH_SECONDS, RA_WEB_API_KEY === undefined];
}
