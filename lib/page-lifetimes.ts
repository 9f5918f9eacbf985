import { createRequire } from "node:module";
import { LRUCache } from "lru-cache";
import { LIMITS } from "@/lib/limits";

/** Next's own module, as its server has loaded it: a bundler would make a second instance. */
const MODULE = "next/dist/server/lib/incremental-cache/shared-cache-controls.external.js";

/**
 * Makes Next's map of page lifetimes an LRU cache: it has no bound, and each version of a player's page is an entry. A
 * page in memory without its lifetime is rendered again when it is next requested.
 */
export function boundPageLifetimes(): void {
  const load = createRequire(import.meta.url);
  const { SharedCacheControls } = load(/* turbopackIgnore: true */ MODULE);
  SharedCacheControls.cacheControls = new LRUCache({ max: LIMITS.pageLifetimes });
}
