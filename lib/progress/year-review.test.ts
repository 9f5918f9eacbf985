import { expect, test } from "vitest";
import { utcDayOf } from "@/lib/domain/days";
import { AWARD_KINDS, type AwardKind, type Game } from "@/lib/domain/player";
import { aGame } from "@/lib/domain/test-games";
import { listGames } from "./list-games";
import type { ListQuery } from "./list-query";
import { reviewYears } from "./review-years";
import { mixOf, type YearReview, yearReview } from "./year-review";

const now = Date.parse("2026-11-24T12:00:00Z");
const seconds = (date: string) => Date.parse(date) / 1000;

/** A game whose award and newest unlock are of one moment. */
const awarded = (date: string, given: Partial<Game> = {}) =>
  aGame({
    highestAwardKind: "mastered",
    highestAwardAt: seconds(date),
    mostRecentAwardedAt: seconds(date),
    ...given,
  });

/** What is known of a year that there is. */
function review(games: Game[], year: number): YearReview {
  const found = yearReview(games, now, year);
  if (!found) throw new Error(`There is no ${year}.`);
  return found;
}

const titles = (games: readonly Game[]) => games.map(({ title }) => title);

test("a year outside of the library has no review", () => {
  const games = [awarded("2024-03-05T12:00:00Z")];
  for (const year of [2023, 2027]) expect(yearReview(games, now, year)).toBeNull();
  for (const year of [2024, 2025, 2026]) expect(review(games, year).year).toBe(year);
});

test("a year before the first award has a review from the first unlock on, and is no year to compare with", () => {
  const games = [awarded("2024-03-05T12:00:00Z")];
  expect(yearReview(games, now, 2023, 2023)?.awards.count).toBe(0);
  expect(yearReview(games, now, 2022, 2023)).toBeNull();
  expect(yearReview(games, now, 2024, 2023)?.before).toBeNull();
});

test("only the year of the snapshot is not over", () => {
  const games = [awarded("2024-03-05T12:00:00Z")];
  expect([2024, 2025, 2026].map((year) => review(games, year).isSoFar)).toEqual([
    false,
    false,
    true,
  ]);
});

test("awards are compared with the previous year, except in the first", () => {
  const games = [
    awarded("2024-12-31T23:59:59Z"),
    awarded("2024-06-01T00:00:00Z", { highestAwardKind: "beaten-softcore" }),
    awarded("2025-01-01T00:00:00Z"),
  ];
  const { kinds, awards, before } = review(games, 2025);
  expect([awards.count, before?.count]).toEqual([1, 2]);
  expect(kinds.map(({ key, count, before }) => [key, count, before?.count])).toEqual([
    ["mastered", 1, 1],
    ["completed", 0, 0],
    ["beaten", 0, 0],
    ["beatenCasual", 0, 1],
  ]);
  expect(review(games, 2024).before).toBeNull();
  expect(review(games, 2024).kinds.every(({ before }) => before === null)).toBe(true);
});

test("the busiest day has the most awards, the earlier of two", () => {
  const games = [
    awarded("2024-08-01T10:00:00Z", { title: "D" }),
    awarded("2024-08-01T11:00:00Z", { title: "E" }),
    awarded("2024-03-05T23:59:59Z", { title: "C" }),
    awarded("2024-03-05T00:00:00Z", { title: "B" }),
    awarded("2024-01-01T00:00:00Z", { title: "A" }),
  ];
  const { busiestDay } = review(games, 2024);
  expect(busiestDay).toMatchObject({ day: "2024-03-05", count: 2 });
  expect(titles(busiestDay?.games ?? [])).toEqual(["B", "C"]);
});

test("runs of days and months end with the year, and count the awards in them", () => {
  const games = [
    ...["2023-12-30", "2023-12-31", "2024-01-01", "2024-01-02"].map((day) =>
      awarded(`${day}T12:00:00Z`),
    ),
    ...["2024-05-31", "2024-06-01", "2024-06-01"].map((day) => awarded(`${day}T12:00:00Z`)),
  ];
  const { days, monthRun } = review(games, 2024);
  expect(days).toMatchObject({ length: 2, from: "2024-05-31", to: "2024-06-01", count: 3 });
  expect(days?.query.awarded).toBe("2024-05-31..2024-06-01");
  expect(monthRun).toMatchObject({ length: 2, from: "2024-05", to: "2024-06", count: 3 });
});

test("a run of one is a single day or month", () => {
  const { days, monthRun } = review([awarded("2024-05-31T12:00:00Z")], 2024);
  expect(days).toMatchObject({ length: 1, count: 1, query: { awarded: "2024-05-31" } });
  expect(monthRun).toMatchObject({ length: 1, count: 1, query: { awarded: "2024-05" } });
});

test("the first and last award have their day, and a single one is the first", () => {
  const last = awarded("2024-12-31T23:59:59Z", { title: "Last" });
  const first = awarded("2024-01-01T00:00:00Z", {
    title: "First",
    highestAwardKind: "beaten-hardcore",
  });
  const both = review([last, first], 2024);
  expect([both.first, both.last]).toMatchObject([
    { game: first, kind: "beaten-hardcore", at: seconds("2024-01-01T00:00:00Z") },
    { game: last, kind: "mastered", at: seconds("2024-12-31T23:59:59Z") },
  ]);
  expect([both.first?.query.awarded, both.last?.query.awarded]).toEqual([
    "2024-01-01",
    "2024-12-31",
  ]);
  const one = review([first], 2024);
  expect([one.first?.game, one.last]).toEqual([first, null]);
});

test("the largest sets are mastered ones of the year, without retired ones", () => {
  const of = (title: string, maxPossible: number, highestAwardKind: AwardKind = "mastered") =>
    awarded("2024-03-05T12:00:00Z", { title, maxPossible, highestAwardKind });
  const games = [
    ...[of("10", 10), of("70", 70), of("0", 0), of("90", 90, "completed"), of("20", 20)],
    ...[of("50", 50), of("40", 40), of("30", 30)],
    awarded("2023-03-05T12:00:00Z", { title: "Another year's", maxPossible: 999 }),
  ];
  expect(titles(review(games, 2024).largest)).toEqual(["70", "50", "40", "30", "20"]);
});

test("milestones are those of the whole library that fall in the year, without the latest", () => {
  const games = Array.from({ length: 6 }, (_, at) =>
    awarded(`202${at < 4 ? 4 : 5}-01-0${at + 1}T12:00:00Z`),
  );
  const passed = (year: number) =>
    review(games, year).milestones.map(({ which, query }) => [which, query.status, query.awarded]);
  expect(passed(2024)).toEqual([[1, "eq-mastered", "2024-01-01"]]);
  expect(passed(2025)).toEqual([[5, "eq-mastered", "2025-01-05"]]);
});

test("the shelf has the latest masteries of the year, at most ten", () => {
  const games = Array.from({ length: 14 }, (_, at) =>
    awarded(`2024-02-${10 + at}T12:00:00Z`, { title: String(at) }),
  );
  const { shelf } = review([...games, awarded("2025-01-01T00:00:00Z")], 2024);
  expect(shelf.kind).toBe("mastered");
  expect(titles(shelf.games)).toEqual("13 12 11 10 9 8 7 6 5 4".split(" "));
});

test("a game is played in the year of its award and in that of its newest unlock", () => {
  const games = [
    awarded("2024-02-01T12:00:00Z", { mostRecentAwardedAt: seconds("2026-01-01T00:00:00Z") }),
    aGame({ title: "Begun", mostRecentAwardedAt: seconds("2024-02-02T12:00:00Z") }),
  ];
  const counts = (year: number) => {
    const { played, begun } = review(games, year);
    return [played.count, begun.count, ...titles(begun.games)];
  };
  expect(counts(2024)).toEqual([2, 1, "Begun"]);
  expect(counts(2025)).toEqual([0, 0]);
  expect(counts(2026)).toEqual([1, 0]);
});

test("a year without an award has only the games played", () => {
  const games = [
    awarded("2024-02-01T12:00:00Z"),
    aGame({ mostRecentAwardedAt: seconds("2025-05-05T12:00:00Z") }),
  ];
  const { awards, played, ...rest } = review(games, 2025);
  expect([awards.count, played.count]).toEqual([0, 1]);
  expect(rest).toMatchObject({
    ...{ busiestDay: null, days: null, monthRun: null, first: null, last: null },
    ...{ systems: [], largest: [], milestones: [], shelf: { games: [] } },
  });
});

/** Numbers from 0 up to 1, the same ones for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A library over some years with all that libraries have: events, undated awards, days with several. */
function someLibrary(seed: number): Game[] {
  const random = randomOf(seed);
  const years = 1 + Math.floor(random() * 4);
  const moment = () =>
    Math.floor(now / 1000) - Math.floor(random() ** 2 * years * 365) * 86_400 - 1;
  return Array.from({ length: Math.floor(random() * 150) }, () => {
    const kind = AWARD_KINDS[Math.floor(random() * 6)] ?? null;
    const systemId = [1, 2, 3, 7, 101][Math.floor(random() * 5)] ?? 7;
    return aGame({
      systemId,
      systemName: `System ${systemId}`,
      maxPossible: Math.floor(random() * 90),
      highestAwardKind: kind,
      highestAwardAt: kind !== null && random() < 0.95 ? moment() : null,
      mostRecentAwardedAt: random() < 0.95 ? moment() : null,
    });
  });
}

test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])(
  "in made-up library %i every figure is the number of games in its list",
  (seed) => {
    const games = someLibrary(seed);
    const found = (query: ListQuery) => listGames(games, query).found;
    const sum = (figures: { count: number }[]) =>
      figures.reduce((total, { count }) => total + count, 0);
    let all = 0;
    for (const year of reviewYears(games, now)) {
      const made = review(games, year);
      const { awards, kinds, months, systems, days, monthRun, busiestDay, played, begun } = made;
      const figures = [
        ...[awards, made.before, busiestDay, days, monthRun, played, begun],
        ...[...kinds, ...kinds.map(({ before }) => before), ...months, ...systems],
      ];
      for (const figure of figures) {
        if (figure) expect(figure.count).toBe(found(figure.query).length);
      }
      for (const parts of [kinds, months, systems]) expect(sum(parts)).toBe(awards.count);
      expect(mixOf(games, year)).toEqual(
        Object.fromEntries(kinds.map(({ key, count }) => [key, count])),
      );
      const daysOf = (query: ListQuery) =>
        new Set(found(query).map(({ highestAwardAt }) => utcDayOf((highestAwardAt ?? 0) * 1000)));
      expect(days?.length ?? 0).toBe(days ? daysOf(days.query).size : 0);
      for (const { game, query } of [made.first, made.last].flatMap((award) => award ?? [])) {
        expect(found(query)).toContain(game);
      }
      for (const { game, query } of made.milestones) expect(found(query)).toContain(game);
      for (const game of [...made.largest, ...made.shelf.games]) {
        expect(found(awards.query)).toContain(game);
      }
      all += awards.count;
    }
    expect(all).toBe(
      games.filter(({ highestAwardAt, systemId }) => highestAwardAt !== null && systemId !== 101)
        .length,
    );
  },
);
