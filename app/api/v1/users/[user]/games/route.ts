import { listResponse } from "@/lib/http/list-response";
import { countGames } from "@/lib/progress/counts";
import { toApiRow } from "@/lib/retroachievements/wire";

interface Context {
  params: Promise<{ user: string }>;
}

/** One page of a player's games, filtered and sorted as on the page; rows as in completion-progress. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return listResponse(
    request,
    (await params).user,
    () => ({ "Content-Type": "application/json" }),
    ({ games, page, pages, found }) =>
      JSON.stringify({
        page,
        pages,
        total: found.length,
        counts: countGames(found),
        results: games.map(toApiRow),
      }),
  );
}
