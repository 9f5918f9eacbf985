import { afterAll, beforeEach } from "vitest";
import { createClient } from "@/lib/retroachievements/client";
import { createRaStandIn } from "./ra-stand-in";

/** The key that {@link standIn} accepts. */
export const KEY = "unit-test-key";

/** RetroAchievements for one file of unit tests: as it was before each test, and gone after the last. */
export const standIn = await createRaStandIn({ key: KEY });
beforeEach(() => standIn.reset());
afterAll(() => standIn.close());

/** A client that asks {@link standIn}, and that waits longer than any test takes. */
export function aClient(changed: Partial<Parameters<typeof createClient>[0]> = {}) {
  return createClient({
    apiKey: KEY,
    baseUrl: standIn.url,
    v2BaseUrl: standIn.v2Url,
    timeoutMs: 60_000,
    userAgent: "Longplay/1 (+test)",
    ...changed,
  });
}
