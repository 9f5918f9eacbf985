import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { test as base } from "@playwright/test";
import { filesWithKey } from "./key-leak";
import { watchForPageErrors } from "./page-errors";
import { createRaStandIn, type RaStandIn } from "./ra-stand-in";
import { resetLimiter } from "./rate-limiter";
import { type Redis, startRedis } from "./redis";
import { SECRET_KEY } from "./secret-key.mjs";
import { type Site, startSite } from "./site";
import { startVercel, type Vercel } from "./vercel";

export { expect } from "@playwright/test";

interface WorkerFixtures {
  /** RetroAchievements, for all specs of this worker. Players stay from test to test: give each its own name. */
  standIn: RaStandIn;
  /** The store of this worker's sites. */
  redis: Redis;
  /** The site on that stand-in and store; `page` and `request` use its address as their base. */
  site: Site;
  /**
   * Gives a site on the same stand-in and store with these settings changed. All tests of a worker that name the
   * same settings share one, which ends with the worker: a test that needs it to remember nothing starts its own.
   */
  siteWith: (env?: Record<string, string>) => Promise<Site>;
  /** The build that Vercel would make, served as it would be; its cron has `CRON_SECRET`. */
  vercel: Vercel;
}

interface TestFixtures {
  /** Starts another site on the same stand-in and store, with these settings changed; it ends with the test. */
  startOwnSite: (env?: Record<string, string>) => Promise<Site>;
  /**
   * A test fails if one of its pages writes an error to the console, throws, or is refused something by its
   * policy. This lets what matches pass, as `kind: text (address)`: for tests in which something is to fail.
   */
  allowPageErrors: (pattern: RegExp) => void;
  allowedPageErrors: RegExp[];
  /** What `startOwnSite` has started. */
  ownSites: Site[];
  /** Ends the failures, latency and hook that the test before left, and forgets its calls and what they led to. */
  freshStandIn: undefined;
}

const BUILD = fileURLToPath(new URL("../../.next", import.meta.url));

export const CRON_SECRET = "a-secret-of-this-run";

/** The settings of a site without a key, which shows made-up players. */
export const DEMO = { RA_WEB_API_KEY: "", RA_MEDIA_BASE_URL: "" };
/** To this site a player is stale after a second. */
export const SOON_STALE = { CACHE_FRESH_SECONDS: "1" };
/** The settings of a site that is reached under this name, by HTTPS. */
export const NAMED = { SITE_URL: "https://longplay.test" };

/** What a site of the tests is started with, unless its test says otherwise. */
export function settings(standIn: RaStandIn, redis: Redis): Record<string, string> {
  return {
    RA_WEB_API_KEY: SECRET_KEY,
    RA_API_BASE_URL: standIn.url,
    RA_API_V2_BASE_URL: standIn.v2Url,
    RA_MEDIA_BASE_URL: standIn.mediaUrl,
    KV_REST_API_URL: redis.restUrl,
    KV_REST_API_TOKEN: redis.token,
    CACHE_FRESH_SECONDS: "300",
    // The whole test run is one client and one upstream customer.
    CLIENT_REQUESTS_PER_MINUTE: "100000",
    UPSTREAM_REQUESTS_PER_MINUTE: "100000",
    UPSTREAM_V2_REQUESTS_PER_MINUTE: "100000",
    // Only tests of the watcher want checks of players in the background.
    WATCH_EVERY_SECONDS: "0",
  };
}

/**
 * Playwright's `test` with a site wired to a stand-in and a real store. Everything that a site answers, logs,
 * stores or is built of is searched for the API key; finding it fails the run when the fixture ends.
 */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  standIn: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, provide) => {
      const standIn = await createRaStandIn({ key: SECRET_KEY });
      await provide(standIn);
      await standIn.close();
    },
    { scope: "worker" },
  ],
  redis: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, provide) => {
      const redis = await startRedis();
      await provide(redis);
      const { keys, unfamiliar, milliseconds } = await redis.close();
      console.log(
        `searched ${keys} stored keys and their values for the API key in ${(milliseconds / 1000).toFixed(1)} s, ${unfamiliar} of them in every format`,
      );
    },
    { scope: "worker" },
  ],
  site: [
    async ({ standIn, redis }, provide) => {
      const site = await startSite({ env: settings(standIn, redis) });
      await provide(site);
      await site.stop();
      const files = ["static", "server"].flatMap((folder) => filesWithKey(join(BUILD, folder)));
      if (files.length > 0) throw new Error(`The API key is in built files:\n${files.join("\n")}`);
    },
    { scope: "worker" },
  ],
  siteWith: [
    async ({ standIn, redis }, provide) => {
      const sites = new Map<string, Promise<Site>>();
      await provide((env = {}) => {
        const key = JSON.stringify(Object.entries(env).sort());
        const site = sites.get(key) ?? startSite({ env: { ...settings(standIn, redis), ...env } });
        sites.set(key, site);
        return site;
      });
      const started = await Promise.allSettled(sites.values());
      await Promise.all(
        started.map((each) => (each.status === "fulfilled" ? each.value.stop() : undefined)),
      );
    },
    { scope: "worker" },
  ],
  vercel: [
    async ({ standIn, redis }, provide) => {
      const vercel = await startVercel({ env: { ...settings(standIn, redis), CRON_SECRET } });
      await provide(vercel);
      await vercel.stop();
    },
    // The build is made now, unless it is there.
    { scope: "worker", timeout: 240_000 },
  ],
  baseURL: async ({ site }, provide) => provide(site.url),
  ownSites: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, provide) => {
      const sites: Site[] = [];
      await provide(sites);
      await Promise.all(sites.map((site) => site.stop()));
    },
    // What is automatic ends last, so after the pages: one that is still loading would complain of a site that is gone.
    { auto: true },
  ],
  startOwnSite: async ({ standIn, redis, ownSites }, provide) => {
    await provide(async (env) => {
      const site = await startSite({ env: { ...settings(standIn, redis), ...env } });
      ownSites.push(site);
      return site;
    });
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
  allowedPageErrors: async ({}, provide) => provide([]),
  allowPageErrors: async ({ allowedPageErrors }, provide) =>
    provide((pattern) => {
      allowedPageErrors.push(pattern);
    }),
  // Only here, so that a test without pages needs no browser.
  context: async ({ context, allowedPageErrors }, provide) => {
    const pageErrors = await watchForPageErrors(context);
    await provide(context);
    const unexpected = pageErrors().filter(
      (text) => !allowedPageErrors.some((known) => known.test(text)),
    );
    if (unexpected.length > 0) throw new Error(`Pages complain:\n${unexpected.join("\n")}`);
  },
  freshStandIn: [
    async ({ standIn, redis }, provide) => {
      standIn.reset();
      await resetLimiter(redis);
      await provide(undefined);
    },
    { auto: true },
  ],
});
