import { expect, test } from "vitest";
import type { Game } from "@/lib/domain/player";
import { aGame } from "@/lib/domain/test-games";
import { sortCompared } from "./compare-sort";
import { COMPARE_SORTS, type CompareSort } from "./compare-sorts";
import { joinLibraries } from "./join-libraries";

/** A game as two players have it. */
type Pair = [Partial<Game> | null, Partial<Game> | null];

/** The titles in an order. */
function sorted(sort: CompareSort, pairs: Record<string, Pair>): string[] {
  const libraries: [Game[], Game[]] = [[], []];
  for (const [title, pair] of Object.entries(pairs)) {
    const game = aGame({ title });
    for (const at of [0, 1] as const) {
      if (pair[at]) libraries[at].push({ ...game, ...pair[at] });
    }
  }
  return sortCompared(joinLibraries(libraries), sort).map(({ game }) => game.title);
}

const won = (numAwarded: number, given: Partial<Game> = {}) => ({ numAwarded, ...given });

test("the newest unlock of any player comes first, games without a date last", () => {
  const at = (mostRecentAwardedAt: number | null) => ({ mostRecentAwardedAt });
  expect(
    sorted("latest", {
      Undated: [at(null), null],
      Old: [at(3), at(1)],
      Middle: [null, at(4)],
      New: [at(2), at(5)],
    }),
  ).toEqual(["New", "Middle", "Old", "Undated"]);
});

test("the widest gap comes first, games of one player last", () => {
  expect(
    sorted("gap", {
      Alone: [won(10), null],
      Even: [won(4), won(4)],
      Wide: [won(1), won(9)],
      Narrow: [won(6), won(3)],
    }),
  ).toEqual(["Wide", "Narrow", "Even", "Alone"]);
});

test("the closest open race comes first, with the same lead the most complete", () => {
  const done = { highestAwardKind: "mastered" } as const;
  expect(
    sorted("race", {
      Alone: [null, won(9)],
      Over: [won(10, done), won(10, done)],
      Revised: [won(9, done), won(8, done)],
      Retired: [won(0, { maxPossible: 0 }), won(0, { maxPossible: 0 })],
      Far: [won(1), won(9)],
      Late: [won(10, done), won(9)],
      EvenEarly: [won(1), won(1)],
      EvenLate: [won(8), won(8)],
    }),
  ).toEqual(["EvenLate", "EvenEarly", "Late", "Far", "Over", "Retired", "Revised", "Alone"]);
});

test("equal games stay in the order of their newest unlock", () => {
  const at = (mostRecentAwardedAt: number) => ({ mostRecentAwardedAt });
  const pairs: Record<string, Pair> = {
    Old: [at(1), at(1)],
    New: [at(9), at(1)],
    AloneOld: [at(2), null],
    AloneNew: [null, at(8)],
  };
  expect(sorted("gap", pairs)).toEqual(["New", "Old", "AloneNew", "AloneOld"]);
  expect(sorted("race", pairs)).toEqual(["New", "Old", "AloneNew", "AloneOld"]);
});

test("titles are sorted as on RA, systems by name and then title, RA's Events last", () => {
  const on = (systemId: number, systemName: string): Pair => [{ systemId, systemName }, null];
  const pairs = {
    "The Tin Moth": on(7, "NES/Famicom"),
    "Amber Owl": on(101, "Events"),
    "Game II": on(7, "NES/Famicom"),
    "Game 10": on(4, "Game Boy"),
  };
  expect(sorted("title", pairs)).toEqual(["Amber Owl", "Game II", "Game 10", "The Tin Moth"]);
  expect(sorted("system", pairs)).toEqual(["Game 10", "Game II", "The Tin Moth", "Amber Owl"]);
});

test("a sort is cached, and its source list is unchanged", () => {
  const games = joinLibraries([[aGame({ title: "Owl" }), aGame({ title: "Ant" })]]);
  for (const { value } of COMPARE_SORTS) {
    expect(sortCompared(games, value)).toBe(sortCompared(games, value));
  }
  expect(games.map(({ game }) => game.title)).toEqual(["Owl", "Ant"]);
});
