import { freshness } from "@/lib/env";
import { awardFeed } from "@/lib/exports/atom";
import { cacheHeaders } from "@/lib/http/cache-headers";
import { conditionalResponse } from "@/lib/http/entity-tag";
import { upstreamProblem } from "@/lib/http/problem";
import { siteUrl } from "@/lib/http/site-url";
import { loadPlayer } from "@/lib/players/load-player";

interface Context {
  params: Promise<{ user: string }>;
}

/** A player's awards for feed readers. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { user } = await params;
  try {
    const loaded = await loadPlayer(user, request);
    return conditionalResponse(request, awardFeed(loaded.player, siteUrl()), {
      "Content-Type": "application/atom+xml; charset=utf-8",
      ...cacheHeaders(loaded, freshness()),
    });
  } catch (error) {
    return upstreamProblem(error);
  }
}
