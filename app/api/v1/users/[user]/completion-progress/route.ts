import { freshness } from "@/lib/env";
import { cacheHeaders } from "@/lib/http/cache-headers";
import { conditionalResponse } from "@/lib/http/entity-tag";
import { parsePageParameters } from "@/lib/http/page-parameters";
import { invalidParameters, upstreamProblem } from "@/lib/http/problem";
import { loadPlayer } from "@/lib/players/load-player";
import { toApiRow } from "@/lib/retroachievements/wire";

interface Context {
  params: Promise<{ user: string }>;
}

/** A player's games, in the shape of `getUserCompletionProgress` of `@retroachievements/api`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { user } = await params;
  const { page, errors } = parsePageParameters(new URL(request.url).searchParams, {
    count: ["count", "c"],
    offset: ["offset", "o"],
  });
  if (errors.length > 0) return invalidParameters(errors);
  try {
    const loaded = await loadPlayer(user, request);
    const { games } = loaded.player;
    const results = games.slice(page.offset, page.offset + page.count).map(toApiRow);
    const body = JSON.stringify({ count: results.length, total: games.length, results });
    return conditionalResponse(request, body, {
      "Content-Type": "application/json",
      ...cacheHeaders(loaded, freshness()),
    });
  } catch (error) {
    return upstreamProblem(error);
  }
}
