import { freshness } from "@/lib/env";
import { cacheHeaders } from "@/lib/http/cache-headers";
import { conditionalResponse } from "@/lib/http/entity-tag";
import { upstreamProblem } from "@/lib/http/problem";
import { loadPlayer } from "@/lib/players/load-player";
import { profileView } from "@/lib/players/profile-view";
import { parseListQuery } from "@/lib/progress/list-query";

interface Context {
  params: Promise<{ user: string }>;
}

/** What the profile page shows, as JSON: it asks here for what is new, with its own URL's query. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { user } = await params;
  const list = parseListQuery(new URL(request.url).searchParams);
  try {
    const loaded = await loadPlayer(user);
    const body = JSON.stringify(profileView(loaded.player, loaded.refreshError, list));
    return conditionalResponse(request, body, {
      "Content-Type": "application/json",
      ...cacheHeaders(loaded, freshness()),
    });
  } catch (error) {
    return upstreamProblem(error);
  }
}
