import { listResponse } from "@/lib/http/list-response";
import { countGames } from "@/lib/progress/counts";
import { toApiRow } from "@/lib/retroachievements/wire";

interface Context {
  params: Promise<{ user: string }>;
}

/** All games that the page's query finds, to take away; rows as in completion-progress. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return listResponse(
    request,
    (await params).user,
    ({ profile }) => ({
      "Content-Type": "application/json",
      "Content-Disposition": `attachment; filename="${profile.name}.json"`,
    }),
    ({ found }) =>
      JSON.stringify({
        total: found.length,
        counts: countGames(found),
        results: found.map(toApiRow),
      }),
  );
}
