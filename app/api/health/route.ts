import { env } from "@/lib/env";
import { missingSettings } from "@/lib/missing-settings";
import { lastBreakerState } from "@/lib/observe/last-breaker-state";
import { lastOutcomes, wasV2Refused } from "@/lib/observe/last-outcomes";
import { failureWarnings, historyStatus, v2Status } from "@/lib/players/health";
import { sharedStore } from "@/lib/players/load-player";
import { asksV2, upstreamMode } from "@/lib/retroachievements/retroachievements";
import { VERSION } from "@/lib/version";
import { warmedUp } from "@/lib/warm-up";

export const dynamic = "force-dynamic";

/**
 * The health of the site: version, store, history, upstream, and warnings about failures and missing settings. No
 * secrets, and no request to the store or RA. Answers once the process is warm.
 */
export async function GET(): Promise<Response> {
  await warmedUp();
  const outcomes = lastOutcomes();
  const failures = failureWarnings(outcomes);
  return Response.json(
    {
      status: failures.length === 0 ? "ok" : "degraded",
      version: VERSION,
      store: sharedStore().name,
      storeStatus: outcomes.store,
      history: historyStatus(await sharedStore().durability(), outcomes),
      upstream: upstreamMode(),
      upstreamGate: lastBreakerState() === "open" ? "shut" : "open",
      upstreamKey: outcomes.key,
      upstreamV2: v2Status(asksV2(), wasV2Refused()),
      warnings: [...failures, ...missingSettings(env(), upstreamMode())],
    },
    { headers: { "Cache-Control": "no-store" } },
  );
}
