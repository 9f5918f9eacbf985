import { expect, test } from "vitest";
import { compareOverview } from "@/lib/compare/overview";
import { EVENT_KINDS, eventsOf } from "@/lib/history/events";
import { libraryCounts } from "@/lib/progress/counts";
import { milestones } from "@/lib/progress/milestones";
import { overview } from "@/lib/progress/overview";
import { reviewYears } from "@/lib/progress/review-years";
import { shelfGames } from "@/lib/progress/shelf";
import { yearReview } from "@/lib/progress/year-review";
import { demoHistory } from "./history";
import { createDemo, DEMO_USERS } from "./index";

// The demo players are what a new visitor sees: every part of the pages has something to show.

const NOW = Date.parse("2026-11-30T12:00:00Z");
const fetchDemo = async (user = "") => (await createDemo(() => NOW).fetchPlayer(user)).player;
const [big, rival, small] = DEMO_USERS;
/** Parts of a page that have nothing to show. */
const emptyParts = (page: object) =>
  Object.entries(page).flatMap(([name, part]) => {
    const isEmpty =
      part === null ||
      part === 0 ||
      (Array.isArray(part) && part.length === 0) ||
      part?.count === 0;
    return isEmpty ? [name] : [];
  });

test.each([big, rival])("every part of the overview of %s has something to show", async (user) => {
  const { games, profile } = await fetchDemo(user);
  expect(emptyParts(overview(games, NOW))).toEqual([]);
  expect(emptyParts(libraryCounts(games))).toEqual([]);
  expect(milestones(games).length).toBeGreaterThan(20);
  expect(shelfGames(games, [], 12)).toMatchObject({ kind: "mastered", games: { length: 12 } });
  // The first games of the list have sets and are not retired.
  expect(Math.min(...games.slice(0, 20).map(({ maxPossible }) => maxPossible))).toBeGreaterThan(0);
  expect(profile.motto).not.toBe("");
});

test.each([big, rival])("every chapter of two years of %s has something to show", async (user) => {
  const { games } = await fetchDemo(user);
  expect(reviewYears(games, NOW).length).toBeGreaterThan(7);
  for (const year of [2025, 2026]) {
    const review = yearReview(games, NOW, year);
    expect(review?.busiestDay?.count, `${year}`).toBeGreaterThan(1);
    expect(review?.days?.length, `${year}`).toBeGreaterThan(1);
    expect(emptyParts({ ...review, isSoFar: true }), `${year}`).toEqual([]);
  }
});

test.each([big, rival, small])(
  "the history of %s has varied days up to the last week",
  async (user) => {
    const { days } = demoHistory(await fetchDemo(user));
    const recent = days.slice(-7).flatMap(eventsOf);
    expect(recent.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["achievements"]));
    const amounts = days
      .flatMap(eventsOf)
      .flatMap((event) => (event.kind === "achievements" ? event.hardcore + event.casual : []));
    expect(new Set(amounts).size).toBeGreaterThan(5);
  },
);

test("the largest player's history has all events but losses and new names", async () => {
  const { days } = demoHistory(await fetchDemo(big));
  const kinds = new Set(days.flatMap((day) => eventsOf(day).map(({ kind }) => kind)));
  const rare = ["reset", "gone", "renamed"];
  expect([...kinds].sort()).toEqual(EVENT_KINDS.filter((kind) => !rare.includes(kind)).toSorted());
});

test("two players share hundreds of games, each is ahead in some, and each has some to catch up", async () => {
  const { overlap, suggestions } = compareOverview([
    (await fetchDemo(big)).games,
    (await fetchDemo(rival)).games,
  ]);
  expect(overlap.both).toBeGreaterThan(300);
  for (const count of [...overlap.ahead, ...overlap.only]) expect(count).toBeGreaterThan(50);
  expect(overlap.even).toBeGreaterThan(0);
  for (const of of suggestions) expect(of.length).toBeGreaterThan(0);
});
