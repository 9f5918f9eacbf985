import { expect, test } from "vitest";
import type { AwardKind } from "@/lib/domain/player";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { cardHeight, readCardRequest } from "./card-request";
import { shareYear } from "./share-year";
import { marksOf, type ReadCard, seen, textAbove, textOf, wordsOf } from "./test-reader";
import { year } from "./year";

const DAY = 86_400;
const JULY = Date.UTC(2025, 6, 1) / 1000;
const awards = (count: number, highestAwardKind: AwardKind, from = JULY) =>
  Array.from({ length: count }, (_, at) =>
    aGame({
      iconPath: `/Images/${highestAwardKind}-${at}.png`,
      highestAwardKind,
      highestAwardAt: from - (at % 90) * DAY,
    }),
  );
const player = aPlayer([
  ...awards(4, "mastered"),
  ...awards(3, "beaten-hardcore"),
  ...awards(1, "completed"),
]);
const NOTHING = aPlayer([]);

const CARDS = [
  { name: "year", card: year, icons: 10 },
  { name: "share-year", card: shareYear, icons: 20 },
];
const artOf = (shown: ReadCard) =>
  marksOf(shown, "image").flatMap(({ source }) => (source.startsWith("/Images") ? source : []));

test.each(CARDS)("$name shows name, year, its figures and the games mastered", ({ card }) => {
  const shown = seen(card, player, "year=2025");
  const [name, number] = [textOf(shown, "Anna"), textOf(shown, "2025")];
  expect(number.face).toBe("display");
  expect(number.size).toBeGreaterThan(3 * name.size);
  expect(textAbove(shown, "Mastered")).toBe("4");
  expect(textAbove(shown, "Beaten")).toBe("3");
  expect(textAbove(shown, "Completed")).toBe("1");
  expect(textAbove(shown, "Total")).toBe("8");
  expect(artOf(shown)).toEqual([0, 1, 2, 3].map((at) => `/Images/mastered-${at}.png`));
  expect(wordsOf(shown)).not.toContain("so far");
  expect(shown.description).toBe("2025: 8 awards, Mastered: 4, Completed: 1, Beaten: 3.");
});

test.each(CARDS)("$name says in its language that a year is not over", ({ card }) => {
  const sameYear = aPlayer(awards(2, "mastered", Date.UTC(2026, 9, 1) / 1000));
  expect(wordsOf(seen(card, sameYear, "year=2026"))).toContain("so far");
  expect(wordsOf(seen(card, sameYear, "year=2026&locale=de"))).toContain("bis jetzt");
});

test.each(CARDS)("$name has room for the newest of 400 masteries", ({ card, icons }) => {
  expect(artOf(seen(card, aPlayer(awards(400, "mastered")), "year=2025"))).toHaveLength(icons);
});

test.each(CARDS)("$name names the game of a year's only award", ({ card }) => {
  const shown = seen(card, aPlayer(awards(1, "mastered")), "year=2025");
  expect(textAbove(shown, "Mastered")).toBe("1");
  expect(wordsOf(shown)).toContain("A Game · Jul 1, 2025");
});

test.each(CARDS)("$name of an empty year says so once", ({ card }) => {
  const quiet = "No awards that year.";
  expect(wordsOf(seen(card, NOTHING, "year=2025"))).toContain(quiet);
  expect(wordsOf(seen(card, NOTHING, "year=2025&hide=shelf"))).toContain(quiet);
  const played = aPlayer([aGame({ mostRecentAwardedAt: JULY, iconPath: "/Images/played.png" })]);
  const shown = seen(card, played, "year=2025");
  expect(textOf(shown, quiet).text).toBe(quiet);
  expect(artOf(shown)).toEqual(["/Images/played.png"]);
  const now = wordsOf(seen(card, NOTHING, "year=2026"));
  expect(now).toContain("No awards yet.");
});

test.each(CARDS)("$name omits hidden parts", ({ card }) => {
  const rects = (search: string) => marksOf(seen(card, player, search), "rect").length;
  const hidden = seen(card, player, "year=2025&hide=avatar,months,shelf");
  expect(marksOf(hidden, "image")).toEqual([]);
  // At least one for each month.
  expect(rects("year=2025&hide=shelf") - rects("year=2025&hide=shelf,months")).toBeGreaterThan(11);
  expect(textOf(hidden, "Anna").x).toBe(textOf(hidden, "2025").x < 30 ? 20 : 80);
});

test("a title replaces the name, and is below it on the large card", () => {
  expect(wordsOf(seen(year, player, "year=2025&title=Mine"))).not.toContain("Anna");
  expect(wordsOf(seen(year, player, "year=2025&title=Mine"))).toContain("Mine");
  const large = seen(shareYear, player, "year=2025&title=Mine");
  expect(textOf(large, "Mine").x).toBe(textOf(large, "Anna").x);
  expect(textOf(large, "Mine").y).toBeGreaterThan(textOf(large, "Anna").y);
});

test("the height depends on the boards of games", () => {
  const heightOf = (games: number, search = "") =>
    cardHeight(readCardRequest(year, new URLSearchParams(`year=2025&${search}`)), {
      player: aPlayer(awards(games, "mastered")),
      isDated: false,
      image: () => null,
    });
  expect(heightOf(5)).toBe(heightOf(0));
  expect(heightOf(6)).toBeGreaterThan(heightOf(5));
  expect(heightOf(400)).toBe(heightOf(10));
  expect(heightOf(400, "hide=shelf")).toBeLessThan(heightOf(0));
  // Wider boards hold more icons.
  expect(heightOf(9, "width=900")).toBe(heightOf(5));
});

test("with few games the large card has larger icons in the same place", () => {
  for (const count of [1, 3, 7, 12, 13, 20, 400]) {
    const images = marksOf(
      seen(shareYear, aPlayer(awards(count, "mastered")), "year=2025"),
      "image",
    );
    const sides = images.slice(1).map(({ width }) => width);
    expect(new Set(sides).size).toBe(1);
    for (const { x, y, width, height } of images.slice(1)) {
      expect(x).toBeGreaterThan(620);
      expect(x + width).toBeLessThan(1120);
      expect(y).toBeGreaterThan(56);
      expect(y + height).toBeLessThan(566);
    }
    expect(sides[0]).toBeGreaterThan(count > 16 ? 60 : 70);
  }
});
