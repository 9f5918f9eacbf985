import { freshness } from "@/lib/env";
import { cacheHeaders } from "@/lib/http/cache-headers";
import { conditionalResponse } from "@/lib/http/entity-tag";
import { invalidParameters, upstreamProblem } from "@/lib/http/problem";
import { loadPlayer } from "@/lib/players/load-player";
import { countGames } from "@/lib/progress/counts";
import { listGames, parseListQuery } from "@/lib/progress/list-query";
import { toApiRow } from "@/lib/retroachievements/wire";

interface Context {
  params: Promise<{ user: string }>;
}

/** One page of a player's games, filtered and sorted as on the page; rows as in completion-progress. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { user } = await params;
  const { query, ignored } = parseListQuery(new URL(request.url).searchParams);
  if (ignored.length > 0) {
    return invalidParameters(ignored.map(({ name }) => ({ name, reason: "has no such value" })));
  }
  try {
    const loaded = await loadPlayer(user);
    const { games, page, pages, found } = listGames(loaded.player.games, query);
    const body = JSON.stringify({
      page,
      pages,
      total: found.length,
      counts: countGames(found),
      results: games.map(toApiRow),
    });
    return conditionalResponse(request, body, {
      "Content-Type": "application/json",
      ...cacheHeaders(loaded, freshness()),
    });
  } catch (error) {
    return upstreamProblem(error);
  }
}
