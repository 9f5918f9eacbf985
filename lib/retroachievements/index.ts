import type { Player } from "@/lib/domain/player";
import { env } from "@/lib/env";
import type { History } from "@/lib/history/history";
import { VERSION } from "@/lib/version";
import { createClient } from "./client";
import { createDemo } from "./demo";
import { demoHistory } from "./demo/history";
import type { RetroAchievements } from "./retroachievements";

/** The upstream that is configured for this process. Only this folder reads the key. */
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

/** The made-up history of a demo player; null on a site with a key, where histories are real. */
export function madeUpHistory(player: Player): History | null {
  return env().RA_WEB_API_KEY ? null : demoHistory(player);
}
