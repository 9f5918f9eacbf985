import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { UnlockRow } from "@/app/_components/unlocks/unlock-list";
import { aGame } from "@/lib/domain/test-games";
import { daysInZone } from "@/lib/unlocks/days-in-zone";
import type { Unlock } from "@/lib/unlocks/unlock";
import { yearFigures, yearSums } from "@/lib/unlocks/year-sums";
import { UnlockChapters, type UnlocksOfYear } from "./unlock-chapters";

const GAME = aGame({ id: 3, title: "Moth Garden" });

const unlockedAt = (moment: string, achievementId: number, isHardcore = true): Unlock => ({
  ...{ achievementId, gameId: GAME.id, points: 5, retroPoints: 9, isHardcore },
  at: Date.parse(moment) / 1000,
});
const UNLOCKS = [
  unlockedAt("2025-02-27T10:00:00Z", 1),
  unlockedAt("2025-02-28T10:00:00Z", 2, false),
  unlockedAt("2025-02-28T23:30:00Z", 3),
];

/** What is loaded of unlocks of 2025 in a zone. */
function loadedOf(unlocks: Unlock[], zone = "UTC"): NonNullable<UnlocksOfYear["loaded"]> {
  const days = daysInZone(unlocks, 2025, zone);
  const figures = yearSums(unlocks, 2025, zone);
  return { since: 2024, isComplete: true, isPartial: false, counted: { zone, days, figures } };
}

function markupOf(given: Partial<UnlocksOfYear>, isSoFar = false): string {
  const asked = {
    zone: "UTC",
    isUnknown: false,
    day: null,
    isDayUnknown: false,
    rows: null,
    today: "2026-11-30",
  };
  return renderToStaticMarkup(
    <UnlockChapters
      unlocks={{ ...asked, loaded: loadedOf(UNLOCKS), ...given }}
      year={2025}
      isSoFar={isSoFar}
      name="Ann"
      path="/user/Ann"
      games={[GAME]}
      mediaBase="https://media.test"
      gameBase="https://ra.test/game"
    />,
  );
}
const wordsOf = (markup: string) =>
  markup
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
const words = (given: Partial<UnlocksOfYear>) => wordsOf(markupOf(given));
/** The last day of the chart, as the slider says it. */
const lastDay = (markup: string) => /aria-valuetext="([^":]+):/.exec(markup)?.[1];

const row = (achievementId: number): UnlockRow => ({
  ...{ achievementId, title: `Feat ${achievementId}`, badge: "/Badge/1.png", gameId: 3 },
  ...{ gameTitle: "Moth Garden", points: 5, isHardcore: true, date: "2025-02-28T10:00:00.000Z" },
});

test("each figure of a year leads to its days", () => {
  const markup = markupOf({});
  expect(wordsOf(markup)).toContain(
    "Achievements 3 achievements 2 hardcore 15 points 2 days played " +
      "2 days in a row February 27 to February 28 2 on the busiest day February 28 " +
      "Most achievements in a game Moth Garden 3 achievements, 15 points Calendar of 2025",
  );
  const [figures = ""] = markup.split('id="calendar"');
  expect([...figures.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
    "#calendar",
    "#calendar",
    "#calendar",
    "#calendar",
    "/user/Ann/year/2025?day=2025-02-27#day",
    "/user/Ann/year/2025?day=2025-02-28#day",
    "/user/Ann/year/2025?day=2025-02-28#day",
    "/user/Ann/year/2025?day=2025-02-28#day",
    "https://ra.test/game/3",
    "#calendar",
  ]);
});

test("the days are those of the zone, and their links name it", () => {
  const zone = "Asia/Tokyo";
  const markup = markupOf({ zone, loaded: loadedOf(UNLOCKS, zone) });
  expect(wordsOf(markup)).toContain("3 days in a row February 27 to March 1");
  expect(markup).toContain("/user/Ann/year/2025?day=2025-03-01&amp;tz=Asia%2FTokyo#day");
  expect(wordsOf(markup)).toContain("Time zone: Asia/Tokyo");
  expect(wordsOf(markup)).toContain("Awards are counted by days of UTC.");
});

test("what has no days of the zone says so", () => {
  expect(words({})).toContain("Time zone: UTC");
  expect(words({ isUnknown: true })).toContain("Unknown time zone; days are in UTC");
  const zone = "Asia/Tokyo";
  expect(words({ zone })).toContain("Too many unlocks for Asia/Tokyo; days are in UTC");
  expect(words({ zone, loaded: { ...loadedOf(UNLOCKS), isPartial: true } })).toContain(
    "Asia/Tokyo is not available now; days are in UTC",
  );
});

test("the table links to every day with an achievement", () => {
  const table = /<table.*<\/table>/.exec(markupOf({}))?.[0] ?? "";
  expect(wordsOf(table)).toBe("Month Achievements Days February 3 27 28");
  expect(table.match(/\?day=2025-02-2[78]#day/g)).toHaveLength(2);
});

test("a past year's calendar is whole, the present one's ends today or with the newest unlock", () => {
  expect(lastDay(markupOf({}))).toBe("December 31");
  expect(lastDay(markupOf({ today: "2025-06-01" }))).toBe("June 1");
  expect(lastDay(markupOf({ today: "2025-01-01" }))).toBe("February 28");
});

test("a picked day lists its unlocks, and leads to the days around it", () => {
  const markup = markupOf({ day: "2025-02-28", rows: [row(3), row(2)] });
  const [, day = ""] = markup.split('id="day"');
  expect(wordsOf(`<h3${day}`)).toBe(
    "Friday, February 28, 2025 2 achievements for 10 points in 1 game " +
      "Feat 3 Moth Garden 5 points 10:00 hardcore Feat 2 Moth Garden 5 points 10:00 hardcore " +
      "← February 27",
  );
  expect(words({ day: "2025-03-05", rows: [] })).toContain("No achievements on this day.");
  expect(words({ day: "2025-02-28", rows: null })).toContain("cannot be listed at the moment");
});

test("of a day with very many unlocks the newest are listed and the others counted", () => {
  const rows = Array.from({ length: 1312 }, (_, at) => row(at + 1));
  const markup = markupOf({ day: "2025-02-28", rows });
  expect(markup.match(/<img /g)).toHaveLength(200);
  expect(wordsOf(markup)).toContain("and 1,112 earlier that day");
});

test("without known unlocks there is nothing but the day that was asked for", () => {
  expect(markupOf({ loaded: null })).toBe("");
  expect(words({ loaded: null, day: "2025-02-28" })).toBe(
    "Friday, February 28, 2025 The achievements of this day are not loaded yet.",
  );
});

test("what is no day of the year is reported", () => {
  expect(words({ isDayUnknown: true })).toContain("That is not a day of 2025.");
});

test("a year that is not loaded yet says so, in place of figures", () => {
  const loaded = { since: 2026, isComplete: false, isPartial: false, counted: null };
  expect(words({ loaded })).toBe("Calendar of 2025 Unlocks since 2026; older ones are loading.");
  expect(words({ loaded: { ...loadedOf(UNLOCKS), isComplete: false } })).toContain(
    "Unlocks since 2024; older ones are loading.",
  );
});

test("a year without unlocks says so", () => {
  const loaded = loadedOf([]);
  expect(words({ loaded })).toBe("Achievements No achievements in 2025.");
  expect(wordsOf(markupOf({ loaded }, true))).toContain("No achievements in 2025 so far.");
});

test("one unlock has neither a streak nor a busiest day", () => {
  const one = words({ loaded: loadedOf(UNLOCKS.slice(0, 1)) });
  expect(one).toContain("1 achievement 5 points 1 day played Most achievements in a game");
});

test("a year of which only sums are known has no most won game", () => {
  const { counted, ...loaded } = loadedOf(UNLOCKS);
  const days = counted?.days ?? [];
  const markup = markupOf({
    loaded: { ...loaded, counted: { zone: "UTC", days, figures: yearFigures(days) } },
  });
  expect(wordsOf(markup)).toContain("3 achievements 2 hardcore 15 points");
  expect(markup).not.toContain("Most achievements in a game");
});

test("no link to a day is for crawlers", () => {
  const markup = markupOf({ day: "2025-02-27", rows: [] });
  const links = markup.match(/<a [^>]*[?&](?:amp;)?day=[^>]*>/g) ?? [];
  expect(links.length).toBeGreaterThan(4);
  for (const link of links) expect(link).toContain('rel="nofollow"');
});
