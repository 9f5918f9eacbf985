import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Game } from "@/lib/domain/player";
import { aGame } from "@/lib/domain/test-games";
import { aDay, at, FIRST_SEEN } from "@/lib/history/test-states";
import { RecentActivity } from "./recent-activity";

/** The day of a record with this many revised sets. */
function revisedDay(day: string, count: number) {
  const before = Array.from({ length: count }, (_, at) => aGame({ title: `Game ${at}` }));
  const after = before.map((game): Game => ({ ...game, maxPossible: 12 }));
  return { ...aDay(before, after), day };
}

/** The recent activity of a player with these days, oldest first. */
function activity(days: ReturnType<typeof revisedDay>[], startedAt: number | null = FIRST_SEEN) {
  return renderToStaticMarkup(
    <RecentActivity
      history={{ startedAt, days, unreadable: [] }}
      ulid="01HDEM0AMP11GHTERX0000Z7Q1"
      path="/user/Anna"
      games={new Map()}
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

test("the newest three days are shown, each with a link to its month", () => {
  const days = ["2026-09-30", "2026-10-01", "2026-11-01", "2026-11-02"];
  const shown = activity(days.map((day) => revisedDay(day, 1)));
  expect([...shown.matchAll(/<h3[^>]*><a href="([^"]*)">/g)].map(([, href]) => href)).toEqual([
    "/user/Anna/history?month=2026-11#2026-11-02",
    "/user/Anna/history?month=2026-11#2026-11-01",
    "/user/Anna/history?month=2026-10#2026-10-01",
  ]);
  expect(shown).toContain('href="/user/Anna/history">Full history');
  expect(wordsOf(shown)).toContain("Tracked since Nov 20, 2026");
});

test("a day shows three events, and links to the others", () => {
  const many = activity([revisedDay("2026-11-21", 5)]);
  expect(many.match(/https:\/\/ra\.test\/game\/\d+/g)).toHaveLength(3);
  expect(many).toContain('<a href="/user/Anna/history?month=2026-11#2026-11-21">and 2 more</a>');
  const few = activity([revisedDay("2026-11-21", 3)]);
  expect(few.match(/https:\/\/ra\.test\/game\/\d+/g)).toHaveLength(3);
  expect(few).not.toContain("more</a>");
});

test("a day after days without a check says since when", () => {
  expect(wordsOf(activity([revisedDay("2026-11-21", 1)]))).not.toContain("Nov 21, 2026 since");
  expect(wordsOf(activity([revisedDay("2026-11-25", 1)]))).toContain(
    "Nov 25, 2026 since Nov 20, 2026 ",
  );
});

test("without events and without a history there is no section", () => {
  expect(activity([])).toBe("");
  expect(activity([], null)).toBe("");
});

test("a run of days in one game is one entry, and leaves room for older days", () => {
  const game = aGame({ title: "Moth" });
  const played = (day: string) => ({
    ...aDay([game], [{ ...game, numAwarded: 7, mostRecentAwardedAt: at(0.5) }]),
    day,
  });
  const shown = activity([
    revisedDay("2026-11-21", 1),
    played("2026-11-22"),
    played("2026-11-23"),
    revisedDay("2026-11-24", 1),
  ]);
  expect(
    [...shown.matchAll(/<h3[^>]*>(.*?)<\/h3>/g)].map(([, inner = ""]) => wordsOf(inner)),
  ).toEqual(["Nov 24, 2026", "Nov 22–23, 2026", "Nov 21, 2026"]);
  expect(shown).toContain('href="/user/Anna/history?month=2026-11#2026-11-23"');
  expect(wordsOf(shown)).toContain("4 casual achievements in Game");
});
