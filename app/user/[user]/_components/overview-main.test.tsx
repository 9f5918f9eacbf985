import { expect, test, vi } from "vitest";
import { loadPlayer } from "@/lib/players/load-player";
import { viewRevision } from "@/lib/players/view-revision";
import { overviewDay } from "@/lib/views/overview-day";
import { OverviewMain } from "./overview-main";

// What runs behind an answer belongs to a request of a server, and there is none here.
vi.mock("next/server", async (original) => ({
  ...(await original<typeof import("next/server")>()),
  after: () => undefined,
}));
/** Whether the store gives the unlocks of a year, and how many reads of the head are too late. */
const store = vi.hoisted(() => ({ isThere: true, late: 0 }));
vi.mock("@/lib/players/unlocks/load-unlocks", async (original) => {
  const real = await original<typeof import("@/lib/players/unlocks/load-unlocks")>();
  const loadUnlockYear: typeof real.loadUnlockYear = async (...given) =>
    store.isThere ? real.loadUnlockYear(...given) : null;
  const isLate = () => store.late > 0 && store.late-- > 0;
  const loadUnlocks: typeof real.loadUnlocks = async (player) =>
    isLate() ? null : real.loadUnlocks(player);
  const unlocksRevision: typeof real.unlocksRevision = async (player) =>
    isLate() ? "" : real.unlocksRevision(player);
  return { ...real, loadUnlockYear, loadUnlocks, unlocksRevision };
});

/** Whether the overview of a demo player says that it lacks something. */
async function isIncomplete(zone: string, isThere: boolean, late = 0): Promise<boolean> {
  store.isThere = isThere;
  const loaded = await loadPlayer("WeekendWilma", new Request("http://site.example/"));
  const version = await viewRevision(
    "overview",
    loaded,
    overviewDay(loaded.player, zone, Date.now()),
  );
  store.late = late;
  const { props } = await OverviewMain({
    ...{ version, shelf: "", chart: "awards" },
    timeZone: { zone, isUnknown: false },
  });
  return props["data-incomplete"] === true;
}

test("an overview whose calendar could not be counted in the time zone is incomplete", async () => {
  expect(await isIncomplete("Asia/Tokyo", true)).toBe(false);
  expect(await isIncomplete("Asia/Tokyo", false)).toBe(true);
  // Days of UTC need no year.
  expect(await isIncomplete("UTC", false)).toBe(false);
});

test("an overview is incomplete if unlocks of its version were too late, and came a moment later", async () => {
  expect(await isIncomplete("UTC", true)).toBe(false);
  expect(await isIncomplete("UTC", true, 1)).toBe(true);
});
