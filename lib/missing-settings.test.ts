import { expect, test } from "vitest";
import { parseEnv } from "./env";
import { missingSettings } from "./missing-settings";

const STORE = { KV_REST_API_URL: "https://store.example", KV_REST_API_TOKEN: "a-token" };
const CRON_SECRET = "a-secret-of-a-cron";

/** What is said to the owner of a site with such settings. */
const told = (settings: Record<string, string>) =>
  missingSettings(parseEnv(settings), "retroachievements").join("\n");

test("a site without an address is told of it", () => {
  expect(told({})).toMatch(/^SITE_URL /);
  expect(told({ SITE_URL: "https://site.example" })).toBe("");
});

test("functions of Vercel's without a store in common are told of, servers of one's own are not", () => {
  const site = { SITE_URL: "https://site.example" };
  expect(told({ ...site, VERCEL: "1" })).toMatch(/^There is no store \(KV_REST_API_URL\)/);
  expect(told({ ...site, VERCEL: "1", ...STORE, CRON_SECRET })).toBe("");
  expect(told(site)).toBe("");
});

test("functions of Vercel's without a cron are told of, where there is a store to remember players", () => {
  const site = { SITE_URL: "https://site.example" };
  expect(told({ ...site, VERCEL: "1", ...STORE })).toMatch(/^CRON_SECRET is not set/);
  expect(told({ ...site, ...STORE })).toBe("");
});

test("a site with demo players needs nothing", () => {
  expect(missingSettings(parseEnv({ VERCEL: "1" }), "demo")).toEqual([]);
});
