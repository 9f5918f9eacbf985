import { afterEach, expect, test, vi } from "vitest";
import { KEY, standIn } from "@/e2e/support/unit-stand-in";
import { aWirePlayer } from "@/e2e/support/wire-player";
import { VERSION } from "@/lib/version";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

/** The folder in a process with these settings. */
async function withSettings(settings: Record<string, string>) {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  const { createRetroAchievements } = await import("./index");
  return { createRetroAchievements, ...(await import("./retroachievements")) };
}

test("without a key the site has demo players, and draws their images", async () => {
  const site = await withSettings({ RA_WEB_API_KEY: "" });
  expect(site.upstreamMode()).toBe("demo");
  expect(site.mediaBase()).toBe("/demo-media");
  expect(site.createRetroAchievements().mode).toBe("demo");
});

test("with a key it uses RA, at the configured addresses, with its User-Agent", async () => {
  standIn.setPlayer(aWirePlayer({ name: "Someone", games: 1 }));
  const site = await withSettings({
    RA_WEB_API_KEY: KEY,
    RA_API_BASE_URL: standIn.url,
    RA_MEDIA_BASE_URL: "https://media.example",
    SITE_URL: "https://site.example",
  });
  expect(site.upstreamMode()).toBe("retroachievements");
  expect(site.mediaBase()).toBe("https://media.example");
  const upstream = site.createRetroAchievements();
  expect(upstream.mode).toBe("retroachievements");
  await upstream.fetchPlayer("Someone");
  expect(standIn.calls()[0]?.userAgent).toBe(`Longplay/${VERSION} (+https://site.example)`);
});

test("without SITE_URL the User-Agent says self-hosted", async () => {
  standIn.setPlayer(aWirePlayer({ name: "Someone", games: 1 }));
  const site = await withSettings({ RA_WEB_API_KEY: KEY, RA_API_BASE_URL: standIn.url });
  await site.createRetroAchievements().fetchPlayer("Someone");
  expect(standIn.calls()[0]?.userAgent).toBe(`Longplay/${VERSION} (+self-hosted)`);
});
