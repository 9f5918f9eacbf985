import { env } from "@/lib/env";
import { hasBearerToken } from "@/lib/http/bearer-token";
import { processMetrics } from "@/lib/observe/metrics";

export const dynamic = "force-dynamic";

const HEADERS = { "Cache-Control": "no-store" };

/** What this process has counted, in Prometheus' text format, for clients with METRICS_TOKEN. */
export async function GET(request: Request): Promise<Response> {
  const { METRICS_TOKEN } = env();
  const metrics = processMetrics();
  if (!METRICS_TOKEN || !metrics) return new Response(null, { status: 404, headers: HEADERS });
  if (!hasBearerToken(request, METRICS_TOKEN)) {
    const headers = { ...HEADERS, "WWW-Authenticate": "Bearer" };
    return new Response("This needs METRICS_TOKEN as a bearer token.", { status: 401, headers });
  }
  return new Response(await metrics.text(), {
    headers: { ...HEADERS, "Content-Type": metrics.contentType },
  });
}
