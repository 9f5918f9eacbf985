import { beforeEach, expect, test, vi } from "vitest";
import { aServer, later, setUnlocks, shareOneStore } from "@/e2e/support/unit-unlocks";
import { aWireUnlock } from "@/e2e/support/wire-unlocks";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { sumDays } from "@/lib/unlocks/day-sums";
import {
  loadUnlockNames,
  loadUnlockProgress,
  loadUnlockState,
  loadUnlocks,
  loadUnlockYear,
  unlocksRevision,
} from "./load-unlocks";
import type { Unlocks } from "./unlocks";

const site = vi.hoisted(() => ({ isDemo: false, unlocks: null as Unlocks | null }));
vi.mock("@/lib/env", () => ({ env: () => ({ RA_WEB_API_KEY: site.isDemo ? "" : "a key" }) }));
vi.mock("@/lib/players/load-player", () => ({ sharedUnlocks: () => site.unlocks }));

shareOneStore();
beforeEach(() => {
  Object.assign(site, { isDemo: false, unlocks: null });
});

const at = (text: string) => Date.parse(text) / 1000;
const TWO = [
  aWireUnlock(at("2024-05-05T10:00:00Z"), { AchievementID: 1 }),
  aWireUnlock(at("2026-07-31T10:00:00Z"), { AchievementID: 2 }),
];

test("a demo player has all unlocks at once", async () => {
  site.isDemo = true;
  const game = aGame({
    numAwarded: 9,
    numAwardedHardcore: 9,
    mostRecentAwardedAt: at("2026-07-30T12:00:00Z"),
  });
  const player = aPlayer([game]);
  const known = await loadUnlocks(player);
  expect(known).toMatchObject({ isComplete: true });
  const years = await Promise.all((known?.years ?? []).map((year) => loadUnlockYear(player, year)));
  const all = years.flatMap((each) => each ?? []);
  expect(all).toHaveLength(9);
  expect(sumDays(all)).toEqual(known?.sums);
  const names = await Promise.all(
    (known?.years ?? []).map((year) => loadUnlockNames(player, year)),
  );
  expect(names.flatMap((each) => each ?? [])).toHaveLength(9);
  expect((await loadUnlockProgress(player)).state).toBe("complete");
  expect(await unlocksRevision(player)).toBe(await unlocksRevision(player));
});

test("a player's unlocks are loaded as far as they are filled", async () => {
  setUnlocks(TWO, { since: 2023 });
  const server = aServer();
  site.unlocks = server;
  const player = await server.ask();
  expect(await loadUnlocks(player)).toBeNull();
  expect(await loadUnlockProgress(player)).toEqual({ state: "none", since: null, years: [] });
  server.add(player, true);
  expect((await loadUnlockProgress(player)).state).toBe("filling");
  await server.run(60_000);
  expect(await loadUnlocks(player)).toMatchObject({
    years: [2023, 2024, 2025, 2026],
    isComplete: true,
    since: 2024,
  });
  expect(await loadUnlockYear(player, 2024)).toMatchObject([{ achievementId: 1 }]);
  expect(await loadUnlockYear(player, 2025)).toEqual([]);
  expect(await loadUnlockYear(player, 2019)).toBeNull();
  expect(await loadUnlockNames(player, 2024)).toMatchObject([{ title: "Achievement & <1>" }]);
  expect(await loadUnlockProgress(player)).toEqual({
    state: "complete",
    since: 2024,
    years: [2023, 2024, 2025, 2026],
  });
});

test("the revision changes with what a view would show, on other servers too, and not without it", async () => {
  setUnlocks(TWO, { since: 2023 });
  const [first, second] = [aServer(), aServer()];
  const player = await first.look();
  const revisionAt = (server: typeof first, of = player) => {
    site.unlocks = server;
    return unlocksRevision(of);
  };
  const before = await revisionAt(first);
  expect(before).not.toBe("");
  expect(await revisionAt(second)).toBe(before);
  later(3_600_000);
  setUnlocks([...TWO, aWireUnlock(Date.now() / 1000 - 60, { AchievementID: 3 })], { since: 2023 });
  await first.look();
  expect(await revisionAt(first)).not.toBe(before);
  expect(await revisionAt(second)).toBe(await revisionAt(first));
  // Points of an event come with no unlock.
  const after = await revisionAt(first);
  later(3_600_000);
  setUnlocks([...TWO, aWireUnlock(Date.now() / 1000 - 3660, { AchievementID: 3 })], {
    since: 2023,
    missing: 5,
  });
  await first.look();
  expect(await revisionAt(first)).toBe(after);
});

test("a view waits for no store that hangs or fails", async () => {
  setUnlocks(TWO, { since: 2023 });
  const server = aServer();
  const player = await server.look();
  site.unlocks = { ...server, load: () => new Promise(() => undefined) };
  expect(await loadUnlocks(player)).toBeNull();
  site.unlocks = { ...server, load: () => Promise.reject(new Error("down")) };
  expect(await loadUnlocks(player)).toBeNull();
  expect(await unlocksRevision(player)).toBe("");
  site.unlocks = { ...server, loadYear: () => Promise.reject(new Error("down")) };
  expect(await loadUnlockYear(player, 2024)).toBeNull();
});

test("nothing that is stored and a store that fails are told apart", async () => {
  setUnlocks(TWO, { since: 2023 });
  expect(await loadUnlockState(await aServer().ask())).toEqual({ known: null, isReadable: true });
  const server = aServer();
  site.unlocks = server;
  expect(await loadUnlockState(await server.ask())).toEqual({ known: null, isReadable: true });
  const player = await server.look();
  expect(await loadUnlockState(player)).toMatchObject({ known: { since: 2024 }, isReadable: true });
  site.unlocks = { ...server, load: () => Promise.reject(new Error("down")) };
  expect(await loadUnlockState(player)).toEqual({ known: null, isReadable: false });
  site.unlocks = { ...server, load: () => new Promise(() => undefined) };
  expect(await loadUnlockState(player)).toEqual({ known: null, isReadable: false });
});

test("after one wait in vain a player's views wait no more for some seconds, and find what is in memory", async () => {
  later(60_000);
  setUnlocks(TWO, { since: 2023 });
  const server = aServer();
  const player = await server.look();
  const waits: number[] = [];
  const real = globalThis.setTimeout;
  const timers = vi.spyOn(globalThis, "setTimeout").mockImplementation(((
    run: () => void,
    milliseconds = 0,
  ) => {
    waits.push(milliseconds);
    return real(run, 0);
  }) as typeof setTimeout);
  try {
    site.unlocks = { ...server, loadYear: () => new Promise(() => undefined) };
    for (let asked = 0; asked < 3; asked++) {
      expect(await loadUnlockYear(player, 2024)).toBeNull();
    }
    expect(await loadUnlocks(player)).toMatchObject({ since: 2024 });
    later(10_000);
    expect(await loadUnlockYear(player, 2024)).toBeNull();
  } finally {
    timers.mockRestore();
  }
  expect(waits).toEqual([500, 20, 20, 20, 500]);
});
