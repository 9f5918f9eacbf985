import { NextRequest } from "next/server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { proxy } from "@/proxy";

// What runs behind an answer belongs to a request of a server, and there is none here.
vi.mock("next/server", async (original) => ({
  ...(await original<typeof import("next/server")>()),
  after: () => undefined,
}));

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-11-20T14:59:30Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

async function tagAt(time: string, search = ""): Promise<string | null> {
  vi.setSystemTime(Date.parse(`2026-11-20T${time}Z`));
  const request = new NextRequest(`http://site.example/user/LampLighter${search}`);
  return (await proxy(request)).headers.get("ETag");
}

test("an overview is another one on the next day of its time zone, since a streak may have ended", async () => {
  const before = await tagAt("14:59:40");
  expect(before).toBeTruthy();
  expect(await tagAt("15:00:10")).toBe(before);
  // Midnight in Tokyo.
  const inTokyo = await tagAt("14:59:40", "?tz=Asia/Tokyo");
  expect(await tagAt("14:59:50", "?tz=Asia/Tokyo")).toBe(inTokyo);
  expect(await tagAt("15:00:10", "?tz=Asia/Tokyo")).not.toBe(inTokyo);
});

test("points over time have a tag of their own", async () => {
  expect(await tagAt("14:59:40", "?chart=points")).not.toBe(await tagAt("14:59:40"));
});
