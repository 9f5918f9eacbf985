import { expect, test } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { awardMonths } from "@/lib/progress/award-months";
import { countGames } from "@/lib/progress/counts";
import { packCounts, packMonths, unpackCounts, unpackMonths } from "./packed-figures";

const games = (
  ["mastered", "completed", "completed", "beaten-hardcore", "beaten-softcore", null] as const
).map((highestAwardKind, at) => aGame({ highestAwardKind, highestAwardAt: 1e9 + at * 4e6 }));

test("packed months and counts come back as they were", () => {
  const months = awardMonths(games);
  expect(unpackMonths("2001-09", packMonths(months))).toEqual(months);
  expect(unpackCounts(packCounts(countGames(games)))).toEqual(countGames(games));
});

test("no months are packed without a first one", () => {
  expect(unpackMonths("", packMonths([]))).toEqual([]);
});
