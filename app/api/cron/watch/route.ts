import { env } from "@/lib/env";
import { hasBearerToken } from "@/lib/http/bearer-token";
import { checkWatched } from "@/lib/players/load-player";

export const dynamic = "force-dynamic";

/** In seconds, as a literal for Vercel; a run ends well before (`LIMITS.watchRunMs`, and one player's load). */
export const maxDuration = 60;

const HEADERS = { "Cache-Control": "no-store" };

/** The daily check of players without a visitor, for a cron with CRON_SECRET. Answers counts, and no names. */
export async function GET(request: Request): Promise<Response> {
  const { CRON_SECRET } = env();
  if (!CRON_SECRET) return new Response(null, { status: 404, headers: HEADERS });
  if (!hasBearerToken(request, CRON_SECRET)) {
    const headers = { ...HEADERS, "WWW-Authenticate": "Bearer" };
    return new Response("This needs CRON_SECRET as a bearer token.", { status: 401, headers });
  }
  return Response.json(await checkWatched(), { headers: HEADERS });
}
