import { env } from "@/lib/env";
import { forgottenSettings } from "@/lib/forgotten-settings";
import { lastHeardGate } from "@/lib/observe/last-heard-gate";
import { sharedStore } from "@/lib/players/load-player";
import { upstreamMode } from "@/lib/retroachievements/retroachievements";
import { VERSION } from "@/lib/version";

export const dynamic = "force-dynamic";

/** That the site is up, what it runs on and keeps, what its owner may have forgotten, and no secret; asks nobody. */
export async function GET(): Promise<Response> {
  return Response.json(
    {
      status: "ok",
      version: VERSION,
      store: sharedStore().name,
      history: await sharedStore().keeps(),
      upstream: upstreamMode(),
      upstreamGate: lastHeardGate(),
      warnings: forgottenSettings(env(), upstreamMode()),
    },
    { headers: { "Cache-Control": "no-store" } },
  );
}
