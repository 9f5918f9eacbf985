import { type NextRequest, NextResponse } from "next/server";
import {
  COMPARE_PARAMETERS,
  compareQueryToSearch,
  parseCompareQuery,
} from "@/lib/compare/compare-query";
import { MOST_PLAYERS } from "@/lib/compare/who";
import { typedUser } from "@/lib/domain/typed-user";
import { freshness } from "@/lib/env";
import { cacheHeaders, SHORT_CACHE_CONTROL } from "@/lib/http/cache-headers";
import { playerPageHeaders } from "@/lib/http/player-page-headers";
import { primaryError } from "@/lib/http/primary-error";
import { type LoadedPlayers, loadPlayers, oldestOf } from "@/lib/players/load-players";
import { viewRevision } from "@/lib/players/view-revision";
import { answerNotFound, decodeSegments, pickSearch, redirectToList, show } from "./answers";
import { showPlayerError } from "./player-error";

/**
 * Decides what /compare and all below it answer, as proxy.ts does for a player's page: each comparison has one
 * address, with every player once and named as RA does; players who failed are named on an error page; and
 * the page itself is named by the versions of its players.
 *
 * @returns null for all other addresses
 */
export async function answerComparison(request: NextRequest, asked: URL): Promise<Response | null> {
  const [, section, ...users] = asked.pathname.split("/");
  if (section !== "compare") {
    // However it is written, it is at one address.
    return decodeSegments(asked.pathname)?.[0] === "compare" ? answerNotFound(asked) : null;
  }
  if (users.length === 0) {
    const typed = asked.searchParams.getAll("user");
    return typed.length > 0 ? redirectToTyped(asked, typed) : NextResponse.next();
  }
  if (users.length > MOST_PLAYERS) return answerNotFound(asked);

  const players = await loadPlayers(users, request);
  const failure = primaryError(players.failed);
  if (failure) {
    const { error, users: wrong } = failure;
    return showPlayerError(asked, error, { users, wrong, isComparison: true });
  }
  const path = pathOf(players.loaded.map(({ player }) => player.profile.name));
  if (path !== asked.pathname) return redirectToNames(asked, path, players);
  return showPlayers(request, asked, players);
}

/** The form's target: the comparison of the players whose names, or whose pages' addresses, were typed. */
function redirectToTyped(asked: URL, typed: readonly string[]): Response {
  // URLs resolve `.` and `..`, however they are encoded; neither is a name.
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
  const headers = await playerPageHeaders("comparison", loaded);
  const pathname = pathOf(
    await Promise.all(loaded.map((each) => viewRevision("comparison", each))),
  );
  if (loaded.length === 1) {
    return show(request, asked, { pathname, search: "", headers });
  }
  const search = pickSearch(asked.searchParams, COMPARE_PARAMETERS);
  const { query, ignored } = parseCompareQuery(asked.searchParams, loaded.length);
  const canonical = compareQueryToSearch(query);
  // A form sends its defaults too; one list has one address.
  if (ignored.length === 0 && search !== canonical) {
    return redirectToList(asked, canonical);
  }
  return show(request, asked, { pathname, search, headers });
}

function pathOf(segments: readonly string[]): string {
  return ["/compare", ...segments].join("/");
}
