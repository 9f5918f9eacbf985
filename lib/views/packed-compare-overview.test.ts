import { expect, test } from "vitest";
import { compareOverview } from "@/lib/compare/overview";
import type { Game } from "@/lib/domain/player";
import { aGame } from "@/lib/domain/test-games";
import { packCompareOverview, unpackCompareOverview } from "./packed-compare-overview";

test("a packed overview of several players comes back as it was", () => {
  const games = (["mastered", "completed", "beaten-hardcore", "beaten-softcore"] as const).map(
    (highestAwardKind, at) => aGame({ highestAwardKind, highestAwardAt: 1e9 + at * 4e6 }),
  );
  const others = [...games.map((game): Game => ({ ...game, highestAwardKind: null })), aGame()];
  const whole = compareOverview([games, others, []]);
  expect(unpackCompareOverview(packCompareOverview(whole))).toEqual(whole);
});

test("an overview without any award comes back too", () => {
  const whole = compareOverview([[], []]);
  expect(unpackCompareOverview(packCompareOverview(whole))).toEqual(whole);
});
