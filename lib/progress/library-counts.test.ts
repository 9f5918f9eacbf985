import { expect, test } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { libraryCounts } from "./library-counts";

test("a whole library is counted without its events", () => {
  const games = [aGame({ highestAwardKind: "mastered" }), aGame(), aGame({ systemId: 101 })];
  expect(libraryCounts(games)).toMatchObject({ played: 2, mastered: 1, unfinished: 1 });
});
