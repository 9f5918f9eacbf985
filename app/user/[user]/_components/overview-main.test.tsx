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
/** Whether the store gives the unlocks of a year. */
const store = vi.hoisted(() => ({ isThere: true }));
vi.mock("@/lib/players/unlocks/load-unlocks", async (original) => {
  const real = await original<typeof import("@/lib/players/unlocks/load-unlocks")>();
  const loadUnlockYear: typeof real.loadUnlockYear = async (...given) =>
    store.isThere ? real.loadUnlockYear(...given) : null;
  return { ...real, loadUnlockYear };
});

/** Whether the overview of a demo player says that it lacks something. */
async function isIncomplete(zone: string, isThere: boolean): Promise<boolean> {
  store.isThere = isThere;
  const loaded = await loadPlayer("WeekendWilma", new Request("http://site.example/"));
  const version = await viewRevision(
    "overview",
    loaded,
    overviewDay(loaded.player, zone, Date.now()),
  );
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
