import { createRequire } from "node:module";
import { LRUCache } from "lru-cache";
import { LIMITS } from "@/lib/limits";

/** Next's own module, as its server has loaded it: a bundler would make a second one of it. */
const MODULE = "next/dist/server/lib/incremental-cache/shared-cache-controls.external.js";

/**
 * Bounds what Next remembers of how long each page is good for. It never forgets one, and each version of a player's
 * page is one more. A page in memory whose lifetime is forgotten is made anew when it is next asked for.
 */
export function boundPageLifetimes(): void {
  const load = createRequire(import.meta.url);
  const { SharedCacheControls } = load(/* turbopackIgnore: true */ MODULE);
  SharedCacheControls.cacheControls = new LRUCache({ max: LIMITS.pageLifetimes });
}
