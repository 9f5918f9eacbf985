import { NextRequest } from "next/server";
import { afterEach, expect, test, vi } from "vitest";
import { proxy } from "@/proxy";

// What runs behind an answer belongs to a request of a server, and there is none here.
vi.mock("next/server", async (original) => ({
  ...(await original<typeof import("next/server")>()),
  after: () => undefined,
}));
/** Whether the store gives what is known of a player's unlocks. */
const store = vi.hoisted(() => ({ isReadable: true }));
vi.mock("@/lib/players/unlocks/load-unlocks", async (original) => {
  const real = await original<typeof import("@/lib/players/unlocks/load-unlocks")>();
  const loadUnlockState: typeof real.loadUnlockState = async (player) =>
    store.isReadable ? real.loadUnlockState(player) : { known: null, isReadable: false };
  return { ...real, loadUnlockState };
});
afterEach(() => {
  store.isReadable = true;
});

async function answerOf(year: string | number) {
  const { status, headers } = await proxy(
    new NextRequest(`http://site.example/user/LampLighter/year/${year}`),
  );
  return [status, headers.get("Cache-Control"), headers.get("Retry-After")];
}

test("a year that may have unlocks is no 404 while these cannot be read", async () => {
  const notFound = [404, "public, max-age=0, s-maxage=60", null];
  expect(await answerOf(2001)).toEqual(notFound);
  store.isReadable = false;
  expect(await answerOf(2001)).toEqual([503, "no-store", "10"]);
  const next = new Date().getUTCFullYear() + 1;
  for (const year of [next, 1999, "2001a", "nothing"]) {
    expect(await answerOf(year), String(year)).toEqual(notFound);
  }
  expect((await answerOf(next - 1))[0]).toBe(200);
});
