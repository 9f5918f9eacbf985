import { env, setTypedKey } from "@/lib/env";
import { VERSION } from "@/lib/version";
import { createClient } from "./client";
import type { RetroAchievements } from "./retroachievements";

/** Whether this process has a key for RA's web API. */
export function hasKey(): boolean {
  return Boolean(env().RA_WEB_API_KEY);
}

/** Uses a key that was typed, in this process only. */
export function takeTypedKey(key: string): void {
  setTypedKey(key);
}

/**
 * A client for RA's web API with the key of this process.
 *
 * @param contact where RA can ask about this client, in its `User-Agent`
 * @throws Error without a key
 */
export function createKeyedClient(contact: string): RetroAchievements {
  const settings = env();
  if (!settings.RA_WEB_API_KEY) throw new Error("There is no key for RetroAchievements.");
  return createClient({
    apiKey: settings.RA_WEB_API_KEY,
    baseUrl: settings.RA_API_BASE_URL,
    v2BaseUrl: settings.RA_API_V2_BASE_URL,
    timeoutMs: settings.UPSTREAM_TIMEOUT_MS,
    userAgent: `Longplay/${VERSION} (+${contact})`,
  });
}
