import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { KEY, standIn } from "@/e2e/support/unit-stand-in";
import { aWirePlayer } from "@/e2e/support/wire-player";

/** Work behind responses, which the test lets run when it likes. */
const behind: (() => unknown)[] = [];
vi.mock("next/server", async (original) => ({
  ...(await original<typeof import("next/server")>()),
  after: (work: Promise<unknown> | (() => unknown)) => {
    if (typeof work === "function") behind.push(work);
  },
}));

let GET: typeof import("./route").GET;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "longplay-badge-"));
  vi.stubEnv("RA_WEB_API_KEY", KEY);
  vi.stubEnv("RA_API_BASE_URL", standIn.url);
  vi.stubEnv("RA_API_V2_BASE_URL", standIn.v2Url);
  vi.stubEnv("DATA_DIR", folder);
  ({ GET } = await import("./route"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function fetchBadge(search: string) {
  const url = `https://longplay.example/user/BadgeTimer/badge.json?${search}`;
  const response = await GET(new Request(url), { params: Promise.resolve({ user: "BadgeTimer" }) });
  const { message } = await response.json();
  return { message, cached: response.headers.get("Cache-Control") };
}

test("rare masteries are unknown until times are read, and that is not cached", async () => {
  standIn.setPlayer(aWirePlayer({ name: "BadgeTimer", games: 30 }));
  expect(await fetchBadge("status=rare-mastered")).toEqual({
    ...{ message: "unknown", cached: "no-store" },
  });
  // It does not show them.
  expect((await fetchBadge("status=rare-mastered&show=points")).message).not.toBe("unknown");
  await Promise.all(behind.splice(0).map((work) => work()));
  const { message, cached } = await fetchBadge("status=rare-mastered");
  expect(message).toMatch(/^\d+$/);
  expect(cached).toContain("public");
});
