import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Game } from "@/lib/domain/player";
import { aGame } from "@/lib/domain/test-games";
import { yearReview } from "@/lib/progress/year-review";
import { type GameTime, UNKNOWN_TIME } from "@/lib/times/game-time";
import { yearTimes } from "@/lib/times/year-times";
import { MasteredLater } from "./mastered-later";
import { RecordMasteries } from "./record-masteries";

const at = (text: string) => Date.parse(text) / 1000;
const mastered = (id: number, title: string, date: string): Game =>
  aGame({
    ...{ id, title, numAwarded: 10, numAwardedHardcore: 10, highestAwardKind: "mastered" },
    highestAwardAt: at(date),
  });

type Known = Partial<GameTime> & { gameId: number };

/** The chapters of 2025 about times, of a library with these times, as markup. */
function chaptersOf(games: Game[], ...known: Known[]): string {
  const times = new Map(known.map((time) => [time.gameId, { ...UNKNOWN_TIME, ...time }]));
  const review = yearReview(games, Date.parse("2026-11-24T12:00:00Z"), 2025, 2025);
  if (!review) throw new Error("2025 has no review.");
  const found = yearTimes(games, times, 2025);
  const bases = { mediaBase: "https://media.test", gameBase: "https://ra.test/game" };
  return renderToStaticMarkup(
    <>
      <RecordMasteries times={found} review={review} path="/user/Ann" {...bases} />
      <MasteredLater games={found.masteredLater} review={review} path="/user/Ann" {...bases} />
    </>,
  );
}

const wordsOf = (markup: string) =>
  markup
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ")
    .replaceAll(" ,", ",")
    .trim();
const linksOf = (markup: string) =>
  [...markup.matchAll(/href="(\/user[^"]*)"/g)].map(([, href]) => href?.replaceAll("&amp;", "&"));

const MOTH = mastered(1, "Moth Garden", "2025-03-05");
const OWL = mastered(2, "Owl", "2025-04-06");

test("the rarest and the fastest mastery of a year lead to the lists that they are first of", () => {
  const markup = chaptersOf(
    [MOTH, OWL],
    { gameId: 1, timeToMaster: 43_500, timesMastered: 21, playersHardcore: 1000 },
    { gameId: 2, timeToMaster: 3600, timesMastered: 500, playersHardcore: 1000 },
  );
  expect(wordsOf(markup)).toBe(
    "Rarest and fastest mastery " +
      "Rarest, March 5 Moth Garden Mastered by 2.1% of hardcore players " +
      "Fastest, April 6 Owl Mastered in 1 hour",
  );
  expect(linksOf(markup)).toEqual([
    "/user/Ann/progress?status=eq-mastered&sort=rarity&awarded=2025#games",
    "/user/Ann/progress?status=eq-mastered&sort=-time_to_master&awarded=2025#games",
  ]);
});

test("a game that is both is shown once", () => {
  const both = { timeToMaster: 43_500, timesMastered: 21, playersHardcore: 1000 };
  expect(wordsOf(chaptersOf([MOTH, OWL], { gameId: 1, ...both }))).toBe(
    "Rarest and fastest mastery Rarest and fastest, March 5 Moth Garden " +
      "Mastered by 2.1% of hardcore players · Mastered in 12 hours, 5 minutes",
  );
});

test("what is not known is left out", () => {
  expect(chaptersOf([MOTH, OWL])).toBe("");
  expect(wordsOf(chaptersOf([MOTH], { gameId: 1, timeToMaster: 60 }))).toBe(
    "Fastest mastery Fastest, March 5 Moth Garden Mastered in 1 minute",
  );
  const rare = { timesMastered: 1, playersHardcore: 1000 };
  expect(wordsOf(chaptersOf([OWL], { gameId: 2, ...rare }))).toBe(
    "Rarest mastery Rarest, April 6 Owl Mastered by 0.1% of hardcore players",
  );
});

test("games that were beaten in the year and mastered later have a list, newest beaten first", () => {
  const later = [1, 2].map((id) => mastered(id, `Game ${id}`, "2026-02-03"));
  const markup = chaptersOf(
    later,
    { gameId: 1, beatenAt: at("2025-05-01") },
    { gameId: 2, beatenHardcoreAt: at("2025-12-31T23:59:00Z") },
  );
  expect(wordsOf(markup)).toBe(
    "Beaten in 2025, mastered later 2 games " +
      "Beaten December 31 Game 2 Mastered Feb 3, 2026 " +
      "Beaten May 1 (casual) Game 1 Mastered Feb 3, 2026",
  );
});

test("a long list unfolds, with all of its games", () => {
  const ids = Array.from({ length: 20 }, (_, index) => index + 1);
  const markup = chaptersOf(
    ids.map((id) => mastered(id, `Game ${id}.`, "2026-02-03")),
    ...ids.map((gameId) => ({ gameId, beatenHardcoreAt: at("2025-05-01") })),
  );
  expect(wordsOf(markup)).toContain("20 games");
  expect(wordsOf(markup)).toContain("14 earlier");
  for (const id of ids) expect(markup.split(`Game ${id}.`)).toHaveLength(2);
});
