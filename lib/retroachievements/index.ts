import type { Player } from "@/lib/domain/player";
import { env } from "@/lib/env";
import type { History } from "@/lib/history/history";
import { VERSION } from "@/lib/version";
import { createClient } from "./client";
import { createDemo } from "./demo";
import { demoHistory } from "./demo/history";
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

/** The made-up history of a demo player; null on a site with a key, whose players have a real one. */
export function madeUpHistory(player: Player): History | null {
  return env().RA_WEB_API_KEY ? null : demoHistory(player);
}
