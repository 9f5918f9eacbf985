import { upstreamProblem } from "@/lib/http/problem";
import { loadPlayer } from "@/lib/players/load-player";
import { loadUnlockProgress } from "@/lib/players/unlocks/load-unlocks";

const HEADERS = { "Cache-Control": "no-store" };

/**
 * How far a player's unlocks are read, for pages that wait for older ones. Behind the answer some more are read, as
 * behind every answer about the player.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ user: string }> },
): Promise<Response> {
  const { user } = await params;
  try {
    const { player } = await loadPlayer(user, request);
    return Response.json(await loadUnlockProgress(player), { headers: HEADERS });
  } catch (error) {
    return upstreamProblem(error);
  }
}
