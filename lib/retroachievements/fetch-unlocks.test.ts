import { expect, test } from "vitest";
import { aClient, standIn } from "@/e2e/support/unit-stand-in";
import { aWirePlayer, type WireUnlock } from "@/e2e/support/wire-player";
import { aWireUnlock, manyUnlocks, withMove, withoutAchievement } from "@/e2e/support/wire-unlocks";
import { LIMITS } from "@/lib/limits";
import { type ObservedEvent, setObserver } from "@/lib/observe/observe";
import { mergeUnlocks } from "@/lib/unlocks/merge-unlocks";
import type { UnlockPage } from "./retroachievements";

const ALL = { from: 0, to: Date.UTC(2100, 0) / 1000 };
const START = Date.UTC(2026, 0) / 1000;

async function read(user: string, from = ALL.from, to = ALL.to): Promise<UnlockPage[]> {
  const pages: UnlockPage[] = [];
  for await (const page of aClient().fetchUnlocks(user, { from, to })) pages.push(page);
  return pages;
}

const setUnlocks = (name: string, unlocks: WireUnlock[]) =>
  standIn.setPlayer({ ...aWirePlayer({ name, games: 1 }), unlocks });
const idsOf = (pages: UnlockPage[]) =>
  pages.flatMap(({ unlocks }) => unlocks.map(({ achievementId }) => achievementId));

test("40,000 unlocks come in 81 calls, each once and oldest first", async () => {
  setUnlocks("Many", manyUnlocks(40_000));
  const pages = await read("many");
  expect(standIn.count("unlocks")).toBe(81);
  expect(idsOf(pages)).toEqual(Array.from({ length: 40_000 }, (_, index) => index + 1));
  expect(pages.flatMap(({ names }) => names.map(({ achievementId }) => achievementId))).toEqual(
    idsOf(pages),
  );
  expect(pages.at(-1)).toMatchObject({ next: null, isCut: false });
});

test("a row has its numbers, and its name apart", async () => {
  const row = aWireUnlock(Date.UTC(2022, 0, 1, 22, 41, 48) / 1000, {
    AchievementID: "7",
    GameID: 3164,
    Points: "10",
    TrueRatio: null,
    HardcoreMode: 0,
    BadgeName: "228985",
    Title: "Line\u202ebreak",
  });
  setUnlocks("Row", [row]);
  const name = { achievementId: 7, title: "Linebreak", badgeName: "228985" };
  const at = 1_641_076_908;
  const unlock = { achievementId: 7, gameId: 3164, points: 10, retroPoints: 0, isHardcore: false };
  expect(await read("Row")).toEqual([
    { unlocks: [{ ...unlock, at }], names: [name], next: null, isCut: false },
  ]);
});

test("unlocks of one second at the border of two pages come once", async () => {
  const at = (index: number) => START + (index < 480 ? index : 1000);
  setUnlocks(
    "Ties",
    Array.from({ length: 700 }, (_, index) => aWireUnlock(at(index), { AchievementID: index + 1 })),
  );
  const pages = await read("Ties");
  expect(idsOf(pages).sort((a, b) => a - b)).toEqual(Array.from({ length: 700 }, (_, i) => i + 1));
});

test("more unlocks in one second than a call brings: it stops, says so, and can go on after", async () => {
  const second = Array.from({ length: 600 }, (_, index) =>
    aWireUnlock(START, { AchievementID: index + 1 }),
  );
  setUnlocks("Burst", [...second, aWireUnlock(START + 5, { AchievementID: 900 })]);
  const events: ObservedEvent[] = [];
  setObserver((event) => events.push(event));
  const pages = await read("Burst").finally(() => setObserver(() => undefined));
  expect(standIn.count("unlocks")).toBe(2);
  expect(idsOf(pages)).toHaveLength(500);
  expect(pages.at(-1)).toMatchObject({ isCut: true, next: START + 1 });
  expect(events.filter(({ type }) => type === "warning")).toEqual([
    { type: "warning", message: expect.stringContaining("500 unlocks") },
  ]);
  expect(idsOf(await read("Burst", START + 1))).toEqual([900]);
});

test("copies of events are left out, and pages of them are passed", async () => {
  const copies = Array.from({ length: 800 }, (_, index) =>
    aWireUnlock(START + index, { AchievementID: index + 1, ConsoleName: "Events" }),
  );
  setUnlocks("Event", [...copies, aWireUnlock(START + 5000, { AchievementID: 5000 })]);
  expect(idsOf(await read("Event"))).toEqual([5000]);
});

test("a period has the unlocks of its first and last second, and no others", async () => {
  setUnlocks(
    "Period",
    [0, 1, 2, 3].map((add) => aWireUnlock(START + add, { AchievementID: 1 + add })),
  );
  expect(idsOf(await read("Period", START + 1, START + 2))).toEqual([2, 3]);
});

test("an unknown player has no unlocks, and one without games neither", async () => {
  standIn.setPlayer(aWirePlayer({ name: "Fresh", games: 0 }));
  const none = [{ unlocks: [], names: [], next: null, isCut: false }];
  expect(await read("Nobody")).toEqual(none);
  expect(await read("Fresh")).toEqual(none);
});

test("a failure in the middle leaves the pages before it, and reading goes on from there", async () => {
  setUnlocks("Middle", manyUnlocks(4000));
  standIn.fail("unavailable", { endpoint: "unlocks", after: 4, times: 1 });
  const pages: UnlockPage[] = [];
  const reading = (async () => {
    for await (const page of aClient().fetchUnlocks("Middle", ALL)) pages.push(page);
  })();
  await expect(reading).rejects.toMatchObject({ code: "unavailable" });
  expect(pages).toHaveLength(4);
  const rest = await read("Middle", pages.at(-1)?.next ?? undefined);
  const all = mergeUnlocks(
    pages.flatMap(({ unlocks }) => unlocks),
    rest.flatMap(({ unlocks }) => unlocks),
  );
  expect(all.map(({ achievementId }) => achievementId)).toEqual(
    Array.from({ length: 4000 }, (_, index) => index + 1),
  );
});

test("a casual unlock that moves while pages are read comes again, and is one after merging", async () => {
  const before = manyUnlocks(1200);
  const moved = withMove(before, 1, Date.UTC(2026, 7) / 1000);
  setUnlocks("Moves", before);
  standIn.onCall(() => {
    if (standIn.count("unlocks") === 2) setUnlocks("Moves", moved);
  });
  const pages = await read("Moves");
  const merged = mergeUnlocks(
    [],
    pages.flatMap(({ unlocks }) => unlocks),
  );
  expect(merged).toHaveLength(1200);
  expect(merged.at(-1)).toMatchObject({ achievementId: 1, isHardcore: true });
});

test("a demoted achievement is not there any more", async () => {
  setUnlocks("Demoted", withoutAchievement(manyUnlocks(3), 2));
  expect(idsOf(await read("Demoted"))).toEqual([1, 3]);
});

test("a player's games imply unlocks, as many as they count but for events", async () => {
  const player = aWirePlayer({ name: "Implied", games: 60 });
  standIn.setPlayer(player);
  const games = player.results.filter(({ ConsoleName }) => ConsoleName !== "Events");
  const won = games.reduce((sum, { NumAwarded }) => sum + Number(NumAwarded), 0);
  expect(idsOf(await read("Implied"))).toHaveLength(won);
});

test("asks the rate limiter before each call", async () => {
  setUnlocks("Budget", manyUnlocks(1200));
  let granted = 0;
  const acquire = async (calls: number) => {
    if (granted === 2) throw new Error("no budget");
    granted += calls;
  };
  const pages: UnlockPage[] = [];
  const reading = (async () => {
    const period = { ...ALL, acquire };
    for await (const page of aClient().fetchUnlocks("Budget", period)) pages.push(page);
  })();
  await expect(reading).rejects.toThrow("no budget");
  expect(pages).toHaveLength(2);
  expect(standIn.count("unlocks")).toBe(2);
});

test("unreadable rows are left out; an answer without a readable one is refused", async () => {
  const good = aWireUnlock(START, { AchievementID: 1 });
  const odd = { ...good, Date: "soon" };
  setUnlocks("Odd", [good, odd]);
  expect(idsOf(await read("Odd"))).toEqual([1]);
  standIn.fail("malformed", { endpoint: "unlocks" });
  await expect(read("Odd")).rejects.toMatchObject({ code: "invalid-response" });
});

test.each(["huge", "endless", "bomb", "many-rows", "brackets", "html"] as const)(
  "an answer like %s is refused",
  async (mode) => {
    setUnlocks("Hostile", []);
    standIn.fail(mode, { endpoint: "unlocks" });
    await expect(read("Hostile")).rejects.toMatchObject({ code: "invalid-response" });
  },
);

test("a full page fits the bounds with the longest texts that RA takes", async () => {
  const rows = Array.from({ length: LIMITS.unlocksPageSize }, (_, index) =>
    aWireUnlock(START + index, {
      AchievementID: index + 1,
      Title: "\u{1F3AE}".repeat(64),
      Description: "\u00e9".repeat(255),
    }),
  );
  setUnlocks("Long", rows);
  expect(idsOf(await read("Long"))).toHaveLength(LIMITS.unlocksPageSize);
});
