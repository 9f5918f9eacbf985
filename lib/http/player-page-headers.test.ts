import { beforeEach, expect, test, vi } from "vitest";
import { standIn } from "@/e2e/support/unit-stand-in";
import { aTimesServer, setTimesPlayer } from "@/e2e/support/unit-times";
import { aServer, setUnlocks, shareOneStore } from "@/e2e/support/unit-unlocks";
import { aWireUnlock } from "@/e2e/support/wire-unlocks";
import type { Player } from "@/lib/domain/player";
import type { LoadedPlayer } from "@/lib/players/load-player";
import type { View } from "@/lib/players/sources";
import type { Times } from "@/lib/players/times/times";
import type { Unlocks } from "@/lib/players/unlocks/unlocks";
import { playerPageHeaders } from "./player-page-headers";

const site = vi.hoisted(() => ({ unlocks: null as Unlocks | null, times: null as Times | null }));
vi.mock("@/lib/env", () => ({
  env: () => ({ RA_WEB_API_KEY: "a key" }),
  freshness: () => ({ freshSeconds: 300, staleSeconds: 1000 }),
}));
vi.mock("@/lib/players/load-player", () => ({
  sharedUnlocks: () => site.unlocks,
  sharedTimes: () => site.times,
}));

shareOneStore();
beforeEach(() => {
  Object.assign(site, { unlocks: null, times: null });
  standIn.fail(null);
});

const TWO = [
  aWireUnlock(Date.parse("2024-05-05T10:00:00Z") / 1000, { AchievementID: 1 }),
  aWireUnlock(Date.parse("2026-07-31T10:00:00Z") / 1000, { AchievementID: 2 }),
];

async function cacheControl(
  player: Player,
  ageSeconds = 100,
  view: View = "year",
): Promise<string> {
  const state = ageSeconds < 300 ? "hit" : "stale";
  const loaded = { player, refreshError: null, state, ageSeconds } as LoadedPlayer;
  return (await playerPageHeaders(view, [loaded]))["Cache-Control"];
}

test("shared caches keep a page briefly until all unlocks are read", async () => {
  setUnlocks(TWO, { since: 2024 });
  const server = aServer();
  site.unlocks = server;
  const player = await server.ask();
  expect(await cacheControl(player)).toBe("public, max-age=0, s-maxage=10");
  standIn.fail("unavailable", { endpoint: "unlocks", after: 1 });
  await server.look();
  expect(await cacheControl(player)).toBe("public, max-age=0, s-maxage=10");
  expect(await cacheControl(player, 400)).toBe("public, max-age=0, s-maxage=1");
  standIn.fail(null);
  const whole = aServer();
  site.unlocks = whole;
  await whole.look();
  expect(await cacheControl(player)).toBe("public, max-age=0, s-maxage=200");
});

test("where no unlocks are read, a page is kept as long as its player", async () => {
  const player = await aServer().ask();
  expect(await cacheControl(player)).toBe("public, max-age=0, s-maxage=200");
});

test("shared caches keep a list briefly until times are read, whatever is read of unlocks", async () => {
  setTimesPlayer(20);
  const server = aTimesServer();
  site.times = server;
  site.unlocks = aServer();
  const player = await server.ask();
  expect(await cacheControl(player, 100, "progress")).toBe("public, max-age=0, s-maxage=10");
  await server.look();
  expect(await cacheControl(player, 100, "progress")).toBe("public, max-age=0, s-maxage=200");
});
