import { afterEach, expect, test, vi } from "vitest";
import { aPlayer } from "@/lib/domain/test-games";
import type { readHistory } from "./player-history";

const RANGE = { from: "2026-11-20", to: "2026-11-22" };

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

/** The result in a process with a key and these settings of its store. */
async function historyWith(settings: Record<string, string>): ReturnType<typeof readHistory> {
  vi.resetModules();
  for (const [name, value] of Object.entries({ RA_WEB_API_KEY: "some-key", ...settings })) {
    vi.stubEnv(name, value);
  }
  const module = await import("./player-history");
  return module.readHistory(aPlayer([]), RANGE);
}

test("while the store does not answer it is a 503 that asks to retry in ten seconds", async () => {
  const answer = await historyWith({
    KV_REST_API_URL: "http://127.0.0.1:1",
    KV_REST_API_TOKEN: "some-token",
  });
  if (!(answer instanceof Response)) throw new Error("The store answered.");
  expect(answer.status).toBe(503);
  expect(answer.headers.get("Retry-After")).toBe("10");
  expect(answer.headers.get("Cache-Control")).toBe("no-store");
  expect(await answer.json()).toMatchObject({ code: "history-unavailable" });
});
