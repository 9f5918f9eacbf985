import type { Env } from "@/lib/env";

/**
 * Warnings for the site's owner about settings that are missing; none has a secret.
 *
 * @param upstream demo players need no settings
 */
export function missingSettings(
  { SITE_URL, onVercel, KV_REST_API_URL, CRON_SECRET }: Env,
  upstream: "retroachievements" | "demo",
): string[] {
  if (upstream === "demo") return [];
  const missing: string[] = [];
  if (!SITE_URL) {
    missing.push("SITE_URL is not set: links in feeds and cards' previews lead nowhere.");
  }
  if (onVercel && !KV_REST_API_URL) {
    missing.push(
      "There is no store (KV_REST_API_URL): on Vercel each function asks RetroAchievements for itself, no limit holds for all of them together, and no history is kept.",
    );
  }
  if (onVercel && KV_REST_API_URL && !CRON_SECRET) {
    missing.push(
      "CRON_SECRET is not set: on Vercel players are checked only when somebody views them.",
    );
  }
  return missing;
}
