import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import type { KnownUnlocks } from "@/lib/players/unlocks/load-unlocks";
import { DEFAULT_LIST_QUERY } from "@/lib/progress/list-query";
import { overview } from "@/lib/progress/overview";
import { shelfToSearch } from "@/lib/progress/shelf-query";
import { UNKNOWN_TIME } from "@/lib/times/game-time";
import type { Times } from "@/lib/times/masteries";
import { sumDays } from "@/lib/unlocks/day-sums";
import type { Unlock } from "@/lib/unlocks/unlock";
import { progressView } from "@/lib/views/make-progress-view";
import { shelfView } from "@/lib/views/shelf-view";
import type { ProgressChart } from "./chart-choice";
import { OverviewPage } from "./overview-page";
import { overviewTimes } from "./overview-times";
import type { DailyStreaks } from "./records";
import { GAMES, linksOf, mastered, NES, wordsOf } from "./test-library";

const PATH = "/user/Anna";

/** The overview of a player, as a browser shows it before JavaScript. */
function pageOf({
  games = GAMES,
  shelf = "",
  yearInReview = null as number | null,
  streaks = null as DailyStreaks | null,
  unlocks = null as KnownUnlocks | null,
  chart = "awards" as ProgressChart,
  zone = "UTC",
  times = undefined as Times | undefined,
  otherShelf = null as string | null,
} = {}): string {
  const player = aPlayer(games, { motto: "Hello" });
  const ofLibrary = overview(games, player.checkedAt);
  return renderToStaticMarkup(
    <OverviewPage
      view={progressView(
        { player, refreshError: null },
        { query: DEFAULT_LIST_QUERY, ignored: [] },
      )}
      overview={ofLibrary}
      unlocks={unlocks}
      chart={chart}
      zone={zone}
      streaks={streaks}
      calendar={{ days: ofLibrary.days, zone: "UTC", from: null, isTooMany: false }}
      years={[2023, 2026]}
      shelf={shelfView(games, shelf, times)}
      otherShelf={otherShelf}
      search={shelfToSearch(shelf)}
      presence={null}
      ranks={null}
      badges={[]}
      times={overviewTimes(games, times ?? new Map())}
      yearInReview={yearInReview}
      mediaBase="https://media.test"
      siteBase="https://ra.test"
      recentActivity={null}
    />,
  );
}

/** A part of the page by its id. */
function sectionOf(markup: string, id: string): string {
  const start = markup.indexOf(`aria-labelledby="${id}"`);
  return start < 0 ? "" : markup.slice(start, markup.indexOf("</section>", start));
}

test("the header leads to cards, the year in review and RetroAchievements", () => {
  const links = linksOf(pageOf({ yearInReview: 2024 }));
  expect(links).toMatchObject({
    "Make a card": `${PATH}/embed`,
    "2024 in review": `${PATH}/year/2024`,
    "View on RetroAchievements": "https://ra.test/user/Anna",
  });
  expect(linksOf(pageOf())["2024 in review"]).toBeUndefined();
});

test("each count leads to its games on the Completion Progress page, and none is marked", () => {
  const page = pageOf();
  expect(linksOf(page)).toMatchObject({
    Played: `${PATH}/progress#games`,
    Mastered: `${PATH}/progress?status=eq-mastered#games`,
  });
  expect(page).not.toContain("aria-current");
});

test("the shelf shows what was mastered last, each with its page on RetroAchievements", () => {
  const shelf = sectionOf(pageOf(), "shelf");
  expect(wordsOf(shelf)).toContain("Latest masteries");
  expect(linksOf(shelf)["Gold 3, mastered"]).toBe("https://ra.test/game/3");
  expect(wordsOf(sectionOf(pageOf({ shelf: "6" }), "shelf"))).toMatch(/Chosen games Begun$/);
});

test("the shelf of the latest masteries and that of the rarest lead to each other", () => {
  const known = { ...UNKNOWN_TIME, gameId: 3, timesMastered: 1, playersHardcore: 100 };
  const times = new Map([[3, known]]);
  const rarest = sectionOf(pageOf({ shelf: "rarest", times, otherShelf: PATH }), "shelf");
  expect(wordsOf(rarest)).toMatch(/> Rarest masteries Latest masteries Gold 3, mastered$/);
  expect(linksOf(rarest)["Latest masteries"]).toBe(PATH);
  const latest = sectionOf(pageOf({ times, otherShelf: `${PATH}?shelf=rarest` }), "shelf");
  expect(linksOf(latest)["Rarest masteries"]).toBe(`${PATH}?shelf=rarest`);
  expect(linksOf(sectionOf(pageOf(), "shelf"))["Rarest masteries"]).toBeUndefined();
});

test("only what was mastered or completed is lit on the shelf", () => {
  const completed = { ...mastered(7, 2024, 1), highestAwardKind: "completed" } as const;
  const beaten = { ...mastered(8, 2024, 1), highestAwardKind: "beaten-hardcore" } as const;
  const shelf = sectionOf(
    pageOf({ shelf: "1,6,7,8", games: [...GAMES, completed, beaten] }),
    "shelf",
  );
  expect([...shelf.matchAll(/<li( class="[^"]*gold[^"]*")?/g)].map(([, lit]) => !!lit)).toEqual([
    true,
    false,
    true,
    false,
  ]);
});

test("a page without games says how the first one gets there", () => {
  const words = wordsOf(pageOf({ games: [] }));
  expect(words).toContain("No games yet.");
  expect(words).not.toContain("Progress over time");
});

test("the ten newest games are shown, and lead to all", () => {
  const newest = sectionOf(
    pageOf({ games: Array.from({ length: 12 }, () => aGame(NES)) }),
    "newest",
  );
  expect(newest.match(/<li/g)).toHaveLength(10);
  expect(linksOf(newest)["All games"]).toBe(`${PATH}/progress`);
});

test("no two sections have the same name, also where nothing is awarded", () => {
  for (const games of [GAMES, [aGame({ ...NES, title: "Begun", numAwarded: 1 })]]) {
    const headings = [...pageOf({ games }).matchAll(/<h2[^>]*>(.*?)<\/h2>/gs)];
    const names = headings.map(([, inner = ""]) => wordsOf(inner));
    expect(names.length).toBeGreaterThan(3);
    expect(new Set(names).size, names.join()).toBe(names.length);
  }
});

test("games to come back for lead to their lists", () => {
  const section = sectionOf(pageOf(), "suggestions");
  expect(wordsOf(section)).toMatch(
    /Almost there Nearly.*90%, 1 to go.*Masteries to restore Grown.*83%, 2 to go/,
  );
  expect(linksOf(section)).toMatchObject({
    "Almost there": expect.stringContaining(`${PATH}/progress?status=almost-there`),
    "Masteries to restore": `${PATH}/progress?status=eq-revised#games`,
    Nearly: "https://ra.test/game/4",
  });
});

test("what a mastery needs is said where unlocks are casual", () => {
  const about = (numAwardedHardcore: number) =>
    wordsOf(
      sectionOf(
        pageOf({ games: [aGame({ ...NES, numAwarded: 9, numAwardedHardcore })] }),
        "suggestions",
      ),
    );
  expect(about(6)).toMatch(/90%, 1 to go, 4 to master$/);
  expect(about(9)).toMatch(/90%, 1 to go$/);
});

test("masteries that stand out lead to their games, with their figures", () => {
  const times = new Map(
    [
      { gameId: 1, timesMastered: 1, playersHardcore: 100, timeToMaster: 3 * 3600 },
      { gameId: 2, timesMastered: 2, playersHardcore: 100, timeToMaster: 900 },
    ].map((time) => [time.gameId, { ...UNKNOWN_TIME, ...time }]),
  );
  const games = GAMES.with(0, { ...mastered(1, 2023, 3), title: "Gold [Subset - Bonus]" });
  const section = sectionOf(pageOf({ games, times }), "records");
  expect(wordsOf(section)).toMatch(
    /Rarest mastery Gold – Bonus mastered by 1% Longest mastery Gold – Bonus 3 hours Fastest mastery Gold 2 15 minutes$/,
  );
  expect(linksOf(section)).toMatchObject({
    "Gold – Bonus": `${PATH}/game/1`,
    "Gold 2": `${PATH}/game/2`,
  });
  expect(sectionOf(pageOf(), "records")).not.toContain("mastery");
});

test("what is left to master is an estimate, and says of how many games", () => {
  const leftOf = (...known: number[]) =>
    wordsOf(
      sectionOf(
        pageOf({
          times: new Map(
            known.map((gameId) => [
              gameId,
              { ...UNKNOWN_TIME, gameId, medianMasterMinutes: 10_000 },
            ]),
          ),
        }),
        "suggestions",
      ),
    );
  // Of `Nearly` a tenth is missing, of `Begun` all that counts.
  expect(leftOf(4)).toMatch(
    /left off About 16 hours to master 1 of 2 started games, by median times Almost/,
  );
  expect(leftOf(4, 6)).toMatch(/ About .* hours to master 2 started games, by median times /);
  expect(leftOf()).toMatch(/left off Almost there/);
});

test("records lead to their months and years", () => {
  const section = sectionOf(pageOf(), "records");
  expect(linksOf(section)).toEqual({
    "3 months": `${PATH}/progress?awarded=2024-03..2024-05#games`,
    "2023": `${PATH}/year/2023`,
    "2024": `${PATH}/year/2024`,
  });
  expect(wordsOf(section)).toMatch(/First year 2023 1 award Best year 2024 3 awards/);
});

const STREAKS: DailyStreaks = {
  current: { days: 1, from: "2024-12-03", to: "2024-12-03" },
  longest: { days: 41, from: "2023-12-30", to: "2024-02-08" },
  daysPlayed: 400,
  zone: "UTC",
  knownSince: null,
};

test("streaks in days take the place of months, and lead to their years", () => {
  const section = sectionOf(pageOf({ streaks: STREAKS }), "records");
  expect(wordsOf(section)).toMatch(
    /Current streak 1 day since Dec 3, 2024 Longest streak 41 days Dec 30, 2023 – Feb 8, 2024 First year/,
  );
  expect(linksOf(section)).toMatchObject({
    "1 day": `${PATH}/year/2024#calendar`,
    "41 days": `${PATH}/year/2024#calendar`,
  });
  const inBerlin = pageOf({ streaks: { ...STREAKS, zone: "Europe/Berlin" } });
  expect(linksOf(sectionOf(inBerlin, "records"))["41 days"]).toBe(
    `${PATH}/year/2024?tz=Europe%2FBerlin#calendar`,
  );
});

test("a streak at a new year leads to a year that has a page", () => {
  const linkOf = (day: string) => {
    const longest = { days: 41, from: day, to: day };
    const streaks = { ...STREAKS, longest, zone: "Asia/Tokyo" };
    return linksOf(sectionOf(pageOf({ streaks }), "records"))["41 days"];
  };
  expect(linkOf("2027-01-01")).toBe(`${PATH}/year/2026?tz=Asia%2FTokyo#calendar`);
  expect(linkOf("2022-12-31")).toBe(`${PATH}/year/2023?tz=Asia%2FTokyo#calendar`);
});

test("a streak that is over is not the current one, and one of some years says since when", () => {
  const words = wordsOf(
    sectionOf(pageOf({ streaks: { ...STREAKS, current: null, knownSince: 2019 } }), "records"),
  );
  expect(words).not.toContain("Current");
  expect(words).toContain("Longest since 2019 41 days");
});

/** Unlocks of ten points each, at these times. */
const unlocksAt = (...times: string[]): KnownUnlocks => ({
  sums: sumDays(
    times.map(
      (time, at): Unlock => ({
        ...{ achievementId: at + 1, gameId: 1, points: 10, retroPoints: 20, isHardcore: true },
        at: Date.parse(time) / 1000,
      }),
    ),
  ),
  ...{ years: [], isComplete: true, since: 2022, revision: "" },
});
const UNLOCKS = unlocksAt("2022-12-30", "2023-01-01", "2023-01-02", "2023-03-05");

test("points over time are a link away, which keeps the shelf and the time zone", () => {
  const timeline = (given: Parameters<typeof pageOf>[0]) =>
    linksOf(sectionOf(pageOf(given), "timeline"));
  expect(timeline({}).Points).toBeUndefined();
  expect(timeline({ unlocks: unlocksAt() }).Points).toBeUndefined();
  expect(timeline({ unlocks: UNLOCKS }).Points).toBe("?chart=points#timeline");
  const chosen = { unlocks: UNLOCKS, shelf: "6", zone: "Asia/Tokyo" };
  expect(timeline(chosen).Points).toBe("?shelf=6&tz=Asia%2FTokyo&chart=points#timeline");
  const points = { ...chosen, chart: "points" } as const;
  expect(timeline(points)).toMatchObject({
    Awards: `${PATH}?shelf=6&tz=Asia%2FTokyo#timeline`,
    2022: `${PATH}/year/2022?tz=Asia%2FTokyo#calendar`,
  });
  expect(wordsOf(pageOf(points))).toContain("hardcore and casual; months are in UTC");
  expect(timeline({ unlocks: UNLOCKS, chart: "points" }).Awards).toBe(`${PATH}#timeline`);
});

test("points are shown by month with their total, and by year in the table", () => {
  const page = pageOf({ unlocks: UNLOCKS, chart: "points", streaks: STREAKS });
  const section = sectionOf(page, "timeline");
  expect(section).toContain(
    'aria-valuetext="March 2023: 10 points from 1 achievement; 40 in total"',
  );
  expect(wordsOf(section)).toContain("40 points, hardcore and casual");
  expect(wordsOf(section)).toMatch(/Year Achievements Points Total 2023 3 30 40 2022 1 10 10 /);
  for (const year of [2022, 2023]) {
    expect(section).toContain(`<th><a href="${PATH}/year/${year}#calendar">${year}</a></th>`);
  }
  expect(wordsOf(sectionOf(page, "records"))).toContain("41 days");
  expect(wordsOf(section)).not.toContain("UTC");
  const known = { ...UNLOCKS, isComplete: false };
  expect(wordsOf(pageOf({ unlocks: known, chart: "points" }))).toContain("casual, since 2022");
});

test("without an award, points over time and streaks are shown", () => {
  const games = [aGame({ ...NES, numAwarded: 1 })];
  const page = pageOf({ games, unlocks: UNLOCKS, streaks: STREAKS });
  const timeline = sectionOf(page, "timeline");
  expect(wordsOf(timeline)).toContain("40 points, hardcore and casual");
  expect(linksOf(timeline).Awards).toBeUndefined();
  expect(wordsOf(sectionOf(page, "records"))).toMatch(
    /Longest streak 41 days Dec 30, 2023 – Feb 8, 2024$/,
  );
  expect(sectionOf(pageOf({ games }), "timeline")).toBe("");
  const over = { ...STREAKS, current: null, longest: null };
  expect(sectionOf(pageOf({ games, unlocks: UNLOCKS, streaks: over }), "records")).toBe("");
});

test("without unlocks, the chart is of awards whatever is asked for", () => {
  expect(pageOf({ chart: "points" })).toBe(pageOf());
});

test("the bar of sections leads only to sections that are there", () => {
  expect(linksOf(pageOf()).Milestones).toBe("#milestones");
  expect(linksOf(pageOf({ games: [aGame(NES)] })).Milestones).toBeUndefined();
});
