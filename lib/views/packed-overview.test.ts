import { expect, test } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { overview } from "@/lib/progress/overview";
import { packOverview, unpackOverview } from "./packed-overview";

test("a packed overview comes back as it was", () => {
  const games = (["mastered", "completed", "beaten-hardcore", "beaten-softcore"] as const).map(
    (highestAwardKind, at) => aGame({ highestAwardKind, highestAwardAt: 1e9 + at * 4e6 }),
  );
  games.push(aGame({ title: "Near", numAwarded: 9 }));
  const whole = overview(games, 1.1e12);
  expect([whole.almostThere.length, whole.restorable.length]).toEqual([1, 1]);
  expect(unpackOverview(packOverview(whole))).toEqual(whole);
});
