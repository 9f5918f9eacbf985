import { packGames } from "@/lib/domain/packed-games";
import { freshness } from "@/lib/env";
import { cacheHeaders } from "@/lib/http/cache-headers";
import { conditionalResponse } from "@/lib/http/entity-tag";
import { upstreamProblem } from "@/lib/http/problem";
import type { PackedLibrary } from "@/lib/players/library";
import { loadPlayer } from "@/lib/players/load-player";

interface Context {
  params: Promise<{ user: string }>;
}

/** All of a player's games, packed: what the player's page filters, sorts and searches by itself. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { user } = await params;
  try {
    const loaded = await loadPlayer(user, request);
    const { profile, games, checkedAt } = loaded.player;
    const library: PackedLibrary = {
      profile,
      checkedAt,
      refreshError: loaded.refreshError,
      games: packGames(games),
    };
    return conditionalResponse(request, JSON.stringify(library), {
      "Content-Type": "application/json",
      ...cacheHeaders(loaded, freshness()),
    });
  } catch (error) {
    return upstreamProblem(error);
  }
}
