import { expect, test } from "vitest";
import { parseEnv } from "./env";
import { missingSettings } from "./missing-settings";

const STORE = { KV_REST_API_URL: "https://store.example", KV_REST_API_TOKEN: "a-token" };
const CRON_SECRET = "a-secret-of-a-cron";

/** What is said to the owner of a site with such settings. */
const warningsOf = (settings: Record<string, string>) =>
  missingSettings(parseEnv(settings), "retroachievements").join("\n");

test("a missing site address is warned about", () => {
  expect(warningsOf({})).toMatch(/^SITE_URL /);
  expect(warningsOf({ SITE_URL: "https://site.example" })).toBe("");
});

test("a missing store is warned about on Vercel, not on other servers", () => {
  const site = { SITE_URL: "https://site.example" };
  expect(warningsOf({ ...site, VERCEL: "1" })).toMatch(/^There is no store \(KV_REST_API_URL\)/);
  expect(warningsOf({ ...site, VERCEL: "1", ...STORE, CRON_SECRET })).toBe("");
  expect(warningsOf(site)).toBe("");
});

test("a missing cron secret is warned about on Vercel if there is a store", () => {
  const site = { SITE_URL: "https://site.example" };
  expect(warningsOf({ ...site, VERCEL: "1", ...STORE })).toMatch(/^CRON_SECRET is not set/);
  expect(warningsOf({ ...site, ...STORE })).toBe("");
});

test("a site with demo players needs no settings", () => {
  expect(missingSettings(parseEnv({ VERCEL: "1" }), "demo")).toEqual([]);
});
