import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { sumDays } from "@/lib/unlocks/day-sums";
import { PlayersAchievements, type PlayerUnlocks } from "./players-achievements";

/** A player with unlocks on these days. */
const aPlayer = (name: string, days: readonly string[]): PlayerUnlocks => ({
  name,
  sums: sumDays(
    days.map((day, at) => ({
      ...{ achievementId: at, gameId: 1, points: 5, retroPoints: 9, isHardcore: true },
      at: Date.parse(day) / 1000,
    })),
  ),
  ...{ knownSince: null, years: [2024] },
});
const ANN = aPlayer("Ann", ["2023-12-31", "2024-02-01", "2024-02-02", "2024-02-03"]);
const BEN = aPlayer("Ben", ["2024-01-05", "2024-02-09"]);

const chartOf = (...players: PlayerUnlocks[]) =>
  renderToStaticMarkup(<PlayersAchievements players={players} />);
const wordsOf = (markup: string) => markup.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");

test("each player has a lane, the biggest month, and the months in which they were ahead", () => {
  const words = wordsOf(chartOf(ANN, BEN));
  expect(words).toContain("Ahead: Ann in 2 months and Ben in 1 month");
  expect(words).toContain("Ann 4 achievements, the most in February 2024: 3");
  expect(words).toContain("Ben 2 achievements, the most in February 2024: 1");
  const drawn = [...chartOf(ANN, BEN).matchAll(/stroke-width="9" d="([^"]*)"/g)];
  expect(drawn.map(([, path]) => path)).toEqual(["M5 100v-33m20 33v-98", "M15 100v-33m10 33v-33"]);
});

test("the table has each year, and leads to the players' years that have a page", () => {
  const chart = chartOf(ANN, BEN);
  expect(wordsOf(chart)).toContain("Year Ann Ben 2024 3 2 2023 1 0 ");
  expect([...chart.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
    "/user/Ann/year/2024#calendar",
    "/user/Ben/year/2024#calendar",
  ]);
});

test("what is known in part says since when, and no unlocks are no chart", () => {
  expect(wordsOf(chartOf({ ...ANN, knownSince: 2023 }, BEN))).toContain(
    "Ann 4 achievements since 2023, the most",
  );
  const words = wordsOf(chartOf(ANN, aPlayer("Ben", [])));
  expect(words).toContain("Ben 0 achievements ");
  expect(words).toContain("Ahead: Ann in 2 months and Ben in none");
  expect(chartOf(aPlayer("Ann", []), aPlayer("Ben", []))).toBe("");
});
