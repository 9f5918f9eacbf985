import { type NextRequest, NextResponse } from "next/server";
import { notComparedPage } from "@/app/errors/not-compared";
import {
  COMPARE_PARAMETERS,
  compareQueryToSearch,
  parseCompareQuery,
} from "@/lib/compare/compare-query";
import { MOST_PLAYERS } from "@/lib/compare/who";
import { errorKind } from "@/lib/domain/error-kinds";
import { typedUser } from "@/lib/domain/typed-user";
import type { UpstreamErrorCode } from "@/lib/domain/upstream-error";
import { freshness } from "@/lib/env";
import { cacheHeaders, pageCacheHeaders, SHORT_CACHE_CONTROL } from "@/lib/http/cache-headers";
import { type PrimaryError, primaryError } from "@/lib/http/primary-error";
import { retryHeaders } from "@/lib/http/retry-headers";
import { type LoadedPlayers, loadPlayers, oldestOf } from "@/lib/players/load-players";
import { viewRevision } from "@/lib/players/view-revision";
import {
  decodedSegments,
  givenSearch,
  lastingCacheControl,
  redirectToList,
  refuseAddress,
  show,
  write,
} from "./answers";

/**
 * Decides what /compare and all below it answer, as proxy.ts does for a player's page: each comparison has one
 * address, with every player once and named as RA does; who cannot be had is told on a page with its status; and
 * the page itself is named by the versions of its players.
 *
 * @returns null for all other addresses
 */
export async function answerComparison(request: NextRequest): Promise<Response | null> {
  const asked = new URL(request.url);
  const [, section, ...users] = asked.pathname.split("/");
  if (section !== "compare") {
    // However it is written, it is at one address.
    return decodedSegments(asked.pathname)?.[0] === "compare" ? refuseAddress(asked) : null;
  }
  if (users.length === 0) {
    const typed = asked.searchParams.getAll("user");
    return typed.length > 0 ? redirectToTyped(asked, typed) : NextResponse.next();
  }
  if (users.length > MOST_PLAYERS) return refuseAddress(asked);

  const players = await loadPlayers(users, request);
  const failure = primaryError(players.failed);
  if (failure) return showFailed(asked, users, failure);
  const path = pathOf(players.loaded.map(({ player }) => player.profile.name));
  if (path !== asked.pathname) return redirectToNames(asked, path, players);
  return showPlayers(request, asked, players);
}

/** Where the form leads: to the comparison of those whose names, or whose pages' addresses, were typed. */
function redirectToTyped(asked: URL, typed: readonly string[]): Response {
  // A URL takes one dot and two for a way, however they are encoded: nobody is called that.
  const users = typed.map(typedUser).filter((user) => !/^\.{0,2}$/.test(user));
  const url = new URL(asked);
  // One too many is enough to be refused.
  url.pathname = pathOf(users.slice(0, MOST_PLAYERS + 1).map(encodeURIComponent));
  url.search = "";
  return NextResponse.redirect(url, {
    status: 307,
    headers: { "Cache-Control": SHORT_CACHE_CONTROL, "Cache-Status": "Longplay; detail=canonical" },
  });
}

function redirectToNames(asked: URL, path: string, { loaded }: LoadedPlayers): Response {
  const url = new URL(asked);
  url.pathname = path;
  return NextResponse.redirect(url, {
    status: 308,
    headers: cacheHeaders(oldestOf(loaded), freshness()),
  });
}

/** The page of these players, by their versions; one alone has no list. */
async function showPlayers(
  request: NextRequest,
  asked: URL,
  { loaded }: LoadedPlayers,
): Promise<Response> {
  const headers = pageCacheHeaders(oldestOf(loaded), freshness());
  const pathname = pathOf(
    await Promise.all(loaded.map((each) => viewRevision("comparison", each))),
  );
  if (loaded.length === 1) return show(request, asked, { pathname, search: "" }, headers);
  const search = givenSearch(asked.searchParams, COMPARE_PARAMETERS);
  const { query, ignored } = parseCompareQuery(asked.searchParams, loaded.length);
  const canonical = compareQueryToSearch(query);
  // A form sends its defaults too; one list has one address.
  if (ignored.length === 0 && search !== canonical) return redirectToList(asked, canonical);
  return show(request, asked, { pathname, search }, headers);
}

/** What cannot be otherwise in a minute, with the status of its page. */
const LASTING: Partial<Record<UpstreamErrorCode, number>> = {
  "player-not-found": 404,
  "invalid-user": 404,
  "player-not-served": 403,
};

/** Who cannot be had, and why. */
function showFailed(asked: URL, users: readonly string[], { error, users: wrong }: PrimaryError) {
  const { code, retryAfterSeconds } = error;
  const lasting = LASTING[code];
  const retry = lasting ? {} : retryHeaders({ code, retryAfterSeconds });
  const page = notComparedPage({
    users,
    wrong,
    code,
    retryAfterSeconds: Number(retry["Retry-After"] ?? 0),
  });
  return write(page, lasting ?? errorKind(code).status, {
    "Cache-Status": `Longplay; detail=${code}`,
    "X-Robots-Tag": "noindex",
    "Cache-Control": lasting ? lastingCacheControl(asked) : "no-store",
    ...retry,
  });
}

function pathOf(segments: readonly string[]): string {
  return ["/compare", ...segments].join("/");
}
