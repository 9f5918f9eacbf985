import { expect, test } from "vitest";
import type { Game } from "@/lib/domain/player";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { listGames } from "@/lib/progress/list-games";
import { DEFAULT_LIST_QUERY } from "@/lib/progress/list-query";
import { formatterOf } from "./formatter";
import { onlyAward, yearFacts, yearFigures, yearInWords } from "./year-facts";

const english = formatterOf("en");
const at = (moment: string) => Date.parse(moment) / 1000;
const won = (
  highestAwardKind: Game["highestAwardKind"],
  moment: string,
  more: Partial<Game> = {},
) =>
  aGame({ highestAwardKind, highestAwardAt: at(moment), mostRecentAwardedAt: at(moment), ...more });
const facts = (games: Game[], year = 2025) => yearFacts(aPlayer(games), year, 10);
const figures = (games: Game[]) =>
  yearFigures(facts(games), english).map(({ label, value }) => `${value} ${label}`);

const GAMES = [
  won("mastered", "2025-01-01T00:00:00Z"),
  won("mastered", "2025-12-31T23:59:59Z", { systemId: 12 }),
  won("completed", "2025-03-05T12:00:00Z"),
  won("beaten-hardcore", "2025-03-06T12:00:00Z"),
  won("beaten-hardcore", "2025-03-07T12:00:00Z"),
  won("beaten-softcore", "2025-05-07T12:00:00Z"),
  // Excluded: other years, events, no date, no award.
  won("mastered", "2024-12-31T23:59:59Z"),
  won("mastered", "2026-01-01T00:00:00Z"),
  won("mastered", "2025-06-01T00:00:00Z", { systemId: 101 }),
  aGame({ highestAwardKind: "mastered", highestAwardAt: null }),
  aGame({ mostRecentAwardedAt: at("2025-06-01T00:00:00Z") }),
];

test("a year has the counts of the list of its awards, without events", () => {
  const { counts, awards, systems, months } = facts(GAMES);
  const list = listGames(GAMES, { ...DEFAULT_LIST_QUERY, awarded: "2025" }).found;
  expect(awards).toBe(list.length);
  expect(counts).toMatchObject({ mastered: 2, completed: 1, beaten: 2, beatenCasual: 1 });
  expect(systems).toBe(2);
  expect(months.map((month) => month?.month)).toEqual([
    ...["2025-01", "2025-02", "2025-03", "2025-04", "2025-05", "2025-06", "2025-07", "2025-08"],
    ...["2025-09", "2025-10", "2025-11", "2025-12"],
  ]);
  expect(months[2]).toMatchObject({ completed: 1, beaten: 2 });
});

test("months before the first award and after the last are included", () => {
  const { months } = facts([won("mastered", "2025-04-09T00:00:00Z")]);
  expect(months.map((month) => month?.mastered ?? 0).join("")).toBe("000100000000");
});

test("the year of the data is not over, nor is a later one", () => {
  expect([2025, 2026, 2027].map((year) => facts(GAMES, year).isSoFar)).toEqual([false, true, true]);
});

test("the games are the latest masteries, else the best awards, else games played", () => {
  const shown = (games: Game[], year?: number) => facts(games, year).games.map(({ id }) => id);
  const ids = GAMES.map(({ id }) => id);
  expect(shown(GAMES)).toEqual([ids[1], ids[0]]);
  expect(shown(GAMES.slice(2, 6))).toEqual([ids[2], ids[4], ids[3], ids[5]]);
  expect(shown(GAMES.slice(10))).toEqual([ids[10]]);
  expect(shown(GAMES, 2001)).toEqual([]);
  expect(yearFacts(aPlayer(GAMES), 2025, 1).games).toHaveLength(1);
});

test("the best kind, then the most frequent others, which add up to all awards", () => {
  expect(figures(GAMES.slice(0, 5))).toEqual(["2 Mastered", "2 Beaten", "1 Completed", "5 Total"]);
  expect(figures(GAMES.slice(1, 4))).toEqual(["1 Mastered", "1 Completed", "1 Beaten", "3 Total"]);
  expect(figures([...GAMES.slice(0, 1), ...GAMES.slice(3, 5)])).toEqual([
    "1 Mastered",
    "2 Beaten",
    "3 Total",
  ]);
});

test("of four kinds, both casual ones are one figure with both colours", () => {
  expect(figures(GAMES)).toEqual(["2 Mastered", "2 Beaten", "2 Casual", "6 Total"]);
  expect(yearFigures(facts(GAMES), english).map(({ colors }) => colors)).toEqual([
    ["gold"],
    ["silver"],
    ["goldPale", "silverPale"],
    undefined,
  ]);
});

test("no figure is 0 or repeats another", () => {
  expect(figures(GAMES.slice(0, 2))).toEqual(["2 Mastered", "2 Systems"]);
  expect(figures(GAMES.slice(3, 5))).toEqual(["2 Beaten"]);
  expect(figures(GAMES.slice(5, 6))).toEqual(["1 Casual"]);
  expect(figures(GAMES.slice(10))).toEqual([]);
});

test("a year's only award is named by game, and by day if that fits", () => {
  const only = won("mastered", "2025-04-09T00:00:00Z", { title: "~Hack~ Owl" });
  const awardOf = (games: Game[], width = 300) =>
    onlyAward(facts(games), english, { size: 15, width });
  expect(awardOf([only])).toBe("Owl (Hack) · Apr 9, 2025");
  expect(awardOf([only], 100)).toBe("Owl (Hack)");
  expect(awardOf(GAMES)).toBeNull();
  expect(awardOf(GAMES.slice(10))).toBeNull();
});

test("a year is a sentence, also if it is empty", () => {
  expect(yearInWords(facts(GAMES), english)).toBe(
    "2025: 6 awards, Mastered: 2, Completed: 1, Beaten: 2, Casual: 1.",
  );
  expect(yearInWords(facts(GAMES, 2026), english)).toBe("2026 (so far): 1 award, Mastered: 1.");
  expect(yearInWords(facts([]), english)).toBe("2025: No awards that year.");
  expect(yearInWords(facts([], 2026), english)).toBe("2026 (so far): No awards yet.");
  expect(yearInWords(facts([], 2027), english)).toBe("2027 (so far): No awards yet.");
  expect(yearInWords(facts([], 2026), formatterOf("de"))).toBe(
    "2026 (bis jetzt): Noch keine Auszeichnungen.",
  );
});
