import type { Player } from "@/lib/domain/player";
import { freshness } from "@/lib/env";
import { loadPlayer } from "@/lib/players/load-player";
import { type ListedGames, listGames, parseListQuery } from "@/lib/progress/list-query";
import { cacheHeaders } from "./cache-headers";
import { conditionalResponse } from "./entity-tag";
import { invalidParameters, upstreamProblem } from "./problem";

/**
 * Answers a request for a player's games with the body that `write` makes of those that the URL's list
 * query finds. A bad query is 422, before anything is loaded.
 */
export async function listResponse(
  request: Request,
  user: string,
  headers: (player: Player) => Record<string, string>,
  write: (listed: ListedGames, player: Player) => string,
): Promise<Response> {
  const { query, ignored } = parseListQuery(new URL(request.url).searchParams);
  if (ignored.length > 0) {
    return invalidParameters(ignored.map(({ name }) => ({ name, reason: "has no such value" })));
  }
  try {
    const loaded = await loadPlayer(user, request);
    return conditionalResponse(
      request,
      write(listGames(loaded.player.games, query), loaded.player),
      {
        ...headers(loaded.player),
        ...cacheHeaders(loaded, freshness()),
      },
    );
  } catch (error) {
    return upstreamProblem(error);
  }
}
