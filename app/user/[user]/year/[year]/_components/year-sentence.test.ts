import { expect, test } from "vitest";
import type { Game } from "@/lib/domain/player";
import { aGame } from "@/lib/domain/test-games";
import { yearReview } from "@/lib/progress/year-review";
import { yearSentence } from "./year-sentence";

const now = Date.parse("2026-11-24T12:00:00Z");
const seconds = (date: string) => Date.parse(date) / 1000;

function sentenceOf(games: Game[], year: number): string {
  const review = yearReview(games, now, year);
  if (!review) throw new Error(`There is no ${year}.`);
  return yearSentence("Somebody", review);
}

/** Mastered in 2024, with an unlock in 2025, as after a revision of the set. */
const revised = aGame({
  highestAwardKind: "mastered",
  highestAwardAt: seconds("2024-03-05T12:00:00Z"),
  mostRecentAwardedAt: seconds("2025-03-05T12:00:00Z"),
});

test("a year's sentence counts its awards", () => {
  expect(sentenceOf([revised], 2024)).toBe(
    "Somebody on RetroAchievements in 2024: 1 award, 1 game mastered, on 1 system.",
  );
});

test("a year without awards may have games played", () => {
  expect(sentenceOf([revised], 2025)).toBe(
    "Somebody on RetroAchievements in 2025: 1 game played, no awards.",
  );
  expect(sentenceOf([revised], 2026)).toBe(
    "Somebody on RetroAchievements in 2026 so far: no awards.",
  );
});
