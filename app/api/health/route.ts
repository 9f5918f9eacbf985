import { sharedStore } from "@/lib/players/load-player";
import { upstreamMode } from "@/lib/retroachievements/retroachievements";
import { VERSION } from "@/lib/version";

export const dynamic = "force-dynamic";

/** That the site is up, what it runs on, and no secret. */
export function GET(): Response {
  return Response.json(
    { status: "ok", version: VERSION, store: sharedStore().name, upstream: upstreamMode() },
    { headers: { "Cache-Control": "no-store" } },
  );
}
