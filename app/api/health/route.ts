import { env } from "@/lib/env";
import { forgottenSettings } from "@/lib/forgotten-settings";
import { lastBreakerState } from "@/lib/observe/last-breaker-state";
import { lastHeard } from "@/lib/observe/last-heard";
import { failureWarnings, historyStatus } from "@/lib/players/health";
import { sharedStore } from "@/lib/players/load-player";
import { upstreamMode } from "@/lib/retroachievements/retroachievements";
import { VERSION } from "@/lib/version";

export const dynamic = "force-dynamic";

/**
 * That the site is up, what it runs on and keeps, what failed when it was last tried, what its owner may have
 * forgotten, and no secret; neither the store nor RA is asked.
 */
export async function GET(): Promise<Response> {
  const heard = lastHeard();
  const failures = failureWarnings(heard);
  return Response.json(
    {
      status: failures.length === 0 ? "ok" : "degraded",
      version: VERSION,
      store: sharedStore().name,
      storeStatus: heard.store,
      history: historyStatus(await sharedStore().keeps(), heard),
      upstream: upstreamMode(),
      upstreamGate: lastBreakerState() === "open" ? "shut" : "open",
      upstreamKey: heard.key,
      warnings: [...failures, ...forgottenSettings(env(), upstreamMode())],
    },
    { headers: { "Cache-Control": "no-store" } },
  );
}
