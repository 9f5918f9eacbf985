import { createHash, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";
import { processMetrics } from "@/lib/observe/metrics";

export const dynamic = "force-dynamic";

const HEADERS = { "Cache-Control": "no-store" };

/** What this process has counted, in Prometheus' text format, for whoever has METRICS_TOKEN. */
export async function GET(request: Request): Promise<Response> {
  const { METRICS_TOKEN } = env();
  const metrics = processMetrics();
  if (!METRICS_TOKEN || !metrics) return new Response(null, { status: 404, headers: HEADERS });
  const given = /^Bearer (.+)$/.exec(request.headers.get("Authorization") ?? "")?.[1] ?? "";
  if (!isSame(given, METRICS_TOKEN)) {
    const headers = { ...HEADERS, "WWW-Authenticate": "Bearer" };
    return new Response("This needs METRICS_TOKEN as a bearer token.", { status: 401, headers });
  }
  return new Response(await metrics.text(), {
    headers: { ...HEADERS, "Content-Type": metrics.contentType },
  });
}

/** Compares in a time that tells nothing of where two texts differ, nor how long they are. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
