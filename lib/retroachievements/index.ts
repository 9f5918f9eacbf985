import { env } from "@/lib/env";
import { VERSION } from "@/lib/version";
import { createClient } from "./client";
import { createDemo } from "./demo";
import type { RetroAchievements } from "./retroachievements";

/** The source this process is configured for. Only this folder reads the key. */
export function createRetroAchievements(): RetroAchievements {
  const settings = env();
  if (!settings.RA_WEB_API_KEY) return createDemo();
  return createClient({
    apiKey: settings.RA_WEB_API_KEY,
    baseUrl: settings.RA_API_BASE_URL,
    timeoutMs: settings.UPSTREAM_TIMEOUT_MS,
    userAgent: `Longplay/${VERSION} (+${settings.SITE_URL ?? "self-hosted"})`,
  });
}
