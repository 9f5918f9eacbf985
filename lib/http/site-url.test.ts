import { afterEach, expect, test, vi } from "vitest";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

test("links use the configured address, else localhost", async () => {
  vi.stubEnv("SITE_URL", "https://site.example/");
  expect((await import("./site-url")).siteUrl()).toBe("https://site.example");
  vi.resetModules();
  vi.stubEnv("SITE_URL", "");
  vi.stubEnv("PORT", "8080");
  expect((await import("./site-url")).siteUrl()).toBe("http://localhost:8080");
});
