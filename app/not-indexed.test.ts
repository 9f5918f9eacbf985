import { expect, test, vi } from "vitest";
import { loadPlayer } from "@/lib/players/load-player";
import { viewRevision } from "@/lib/players/view-revision";
import robots from "./robots";
import { generateMetadata as overviewMetadata } from "./user/[user]/page";
import { generateMetadata as yearMetadata } from "./user/[user]/year/[year]/page";

// What runs behind an answer belongs to a request of a server, and there is none here.
vi.mock("next/server", async (original) => ({
  ...(await original<typeof import("next/server")>()),
  after: () => undefined,
}));

const NOT_INDEXED = { index: false, follow: true };

test("search engines leave out pages of a day or a time zone", async () => {
  const loaded = await loadPlayer("WeekendWilma", new Request("http://site.example/"));
  const year = String(new Date(loaded.player.checkedAt).getUTCFullYear());
  const robotsOf = async (search: Record<string, string>) => {
    const searchParams = Promise.resolve(search);
    const [ofOverview, ofYear] = await Promise.all([
      overviewMetadata({
        params: Promise.resolve({ user: await viewRevision("overview", loaded) }),
        searchParams,
      }),
      yearMetadata({
        params: Promise.resolve({ user: await viewRevision("year", loaded), year }),
        searchParams,
      }),
    ]);
    return [ofOverview.robots, ofYear.robots];
  };
  expect(await robotsOf({})).toEqual([undefined, undefined]);
  expect(await robotsOf({ tz: "Asia/Tokyo" })).toEqual([NOT_INDEXED, NOT_INDEXED]);
  expect(await robotsOf({ day: `${year}-01-05` })).toEqual([undefined, NOT_INDEXED]);
  const withoutEnd = { disallow: expect.arrayContaining(["/*?*day=", "/*?*tz="]) };
  expect(robots().rules).toMatchObject([withoutEnd, withoutEnd]);
});
