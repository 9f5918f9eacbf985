import { beforeEach, expect, test, vi } from "vitest";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import type { History } from "@/lib/history/history";
import { loadHistory, newestDays } from "./load-history";

const site = vi.hoisted(() => ({
  isDemo: true,
  read: async (): Promise<History | null> => null,
  durability: async (): Promise<unknown> => ({ kept: true }),
}));
vi.mock("@/lib/env", () => ({ env: () => ({ RA_WEB_API_KEY: site.isDemo ? "" : "a key" }) }));
vi.mock("./load-player", () => ({
  sharedArchive: () => ({ read: site.read }),
  sharedStore: () => ({ durability: site.durability }),
}));

beforeEach(() => {
  site.isDemo = true;
  site.durability = async () => ({ kept: true });
});

const DAY = 86_400;
const PLAYED_AT = Date.UTC(2026, 10, 20, 12) / 1000;
const player = aPlayer([aGame({ mostRecentAwardedAt: PLAYED_AT, numAwarded: 9 })]);

test("the newest days end with the one on which RA was asked", () => {
  const checkedAt = Date.UTC(2026, 2, 1, 0, 30);
  expect(newestDays(1, { checkedAt })).toEqual({ from: "2026-03-01", to: "2026-03-01" });
  expect(newestDays(3, { checkedAt })).toEqual({ from: "2026-02-27", to: "2026-03-01" });
});

test("a demo player has a history of the days that are asked for, marked as kept", async () => {
  const { history, keeping } = await loadHistory(player, { from: "2026-11-18", to: "2026-11-20" });
  expect(keeping).toEqual({ kept: true });
  expect(history?.days.map(({ day }) => day)).toEqual(["2026-11-18", "2026-11-19", "2026-11-20"]);
  expect(history?.startedAt).toBeLessThan((PLAYED_AT - 60 * DAY) * 1000);
});

test("the revision of a history changes with each day, and not while nothing changes", async () => {
  const state = async (to: string) =>
    (await loadHistory(player, { from: "2026-11-18", to })).revision;
  expect(await state("2026-11-20")).toBe(await state("2026-11-20"));
  expect(await state("2026-11-20")).not.toBe(await state("2026-11-19"));
});

test("the revision of a history changes when its last day was checked again", async () => {
  const range = { from: "2026-11-20", to: "2026-11-20" };
  const [someDay] = (await loadHistory(player, range)).history?.days ?? [];
  if (!someDay) throw new Error("The demo player has a history of that day.");
  site.isDemo = false;
  const revisionAt = async (checkedAt: number) => {
    const day = { ...someDay, checkedAt };
    site.read = async () => ({ startedAt: 1, days: [day], unreadable: [] });
    return (await loadHistory({ ...player, checkedAt }, range)).revision;
  };
  expect(await revisionAt(player.checkedAt + 60_000)).not.toBe(await revisionAt(player.checkedAt));
});

test("a real player's history is read from the archive, once for each snapshot of the player", async () => {
  site.isDemo = false;
  let reads = 0;
  site.read = async () => {
    reads++;
    return { startedAt: reads, days: [], unreadable: [] };
  };
  const range = { from: "2026-11-18", to: "2026-11-20" };
  const startedAt = async (asked = player, of = range) =>
    (await loadHistory(asked, of)).history?.startedAt;
  expect(await startedAt()).toBe(1);
  expect(await startedAt()).toBe(1);
  expect(await startedAt(player, { ...range, from: "2026-11-19" })).toBe(2);
  expect(await startedAt({ ...player, checkedAt: player.checkedAt + 1 })).toBe(3);
});

test("a failed read is tried again, and a slow one is not waited for", async () => {
  site.isDemo = false;
  const range = { from: "2025-01-01", to: "2025-01-02" };
  site.read = async () => null;
  expect((await loadHistory(player, range)).history).toBeNull();
  site.read = () => new Promise(() => undefined);
  site.durability = () => new Promise(() => undefined);
  const { history, keeping } = await loadHistory(player, range);
  expect([history, keeping]).toEqual([null, { kept: true }]);
  const waited = vi.spyOn(globalThis, "setTimeout");
  expect((await loadHistory(player, range)).history).toBeNull();
  expect(waited.mock.calls.map(([, milliseconds]) => milliseconds)).toEqual([20, 20]);
  waited.mockRestore();
  site.read = async () => ({ startedAt: 1, days: [], unreadable: [] });
  site.durability = async () => ({ kept: false, why: "memory" });
  expect(await loadHistory(player, range)).toMatchObject({
    history: { startedAt: 1 },
    keeping: { kept: false },
  });
});
