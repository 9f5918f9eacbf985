import { expect, test } from "vitest";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { achievements } from "./achievements";
import { marksOf, seen, wordsOf } from "./test-reader";

const anna = aPlayer([aGame({ id: 1, title: "~Hack~ Tin Moth" }), aGame({ id: 2, title: "Owl" })]);

test("the newest achievements have badge, title, game, points and day", () => {
  const card = seen(achievements, anna, "count=3&locale=en");
  expect(wordsOf(card)).toEqual([
    "Anna: Newest achievements",
    ...["Achievement 8", "Nov 23, 2026", "Owl", "40 points"],
    ...["Achievement 7", "Nov 23, 2026", "Tin Moth (Hack)", "35 points"],
    ...["Achievement 6", "Nov 22, 2026", "Owl", "30 casual points"],
  ]);
  expect(marksOf(card, "image").map(({ source }) => source)).toEqual(
    [8, 7, 6].map((id) => `/Badge/1000${id}.png`),
  );
});

test("the card is as high as it has rows", () => {
  const heightOf = (search: string) => seen(achievements, anna, search).height;
  expect(heightOf("count=10")).toBe(heightOf("count=8"));
  expect(heightOf("count=8") - heightOf("count=7")).toBe(48);
});

test("an achievement without a name, and a game that left the list, have what is known", () => {
  const at = Date.parse("2026-11-23T20:00:00Z") / 1000;
  const unlock = { points: 5, retroPoints: 9, isHardcore: true, at };
  const name = { achievementId: 2, title: "Second", badgeName: "10002" };
  const newest = [
    { ...unlock, achievementId: 1, gameId: 2, name: null },
    { ...unlock, achievementId: 2, gameId: 99, name },
  ];
  const card = seen(achievements, anna, "hide=title", { unlocks: { since: 2026, newest } });
  const day = "Nov 23, 2026";
  expect(wordsOf(card)).toEqual(["Owl", day, "5 points", "Second", day, "5 points"]);
});

test("without achievements the card says so", () => {
  const card = seen(achievements, anna, "hide=title", { unlocks: { since: null, newest: [] } });
  expect(wordsOf(card)).toEqual(["No achievements yet."]);
});
