import { expect, test } from "vitest";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { badge } from "./badge";

const player = aPlayer([], { points: 12_345 });
const games = [
  aGame({ highestAwardKind: "mastered" }),
  aGame({ highestAwardKind: "mastered" }),
  aGame({ highestAwardKind: "completed" }),
  ...Array.from({ length: 1000 }, () => aGame({ highestAwardKind: "beaten-hardcore" })),
];

test.each([
  ["points", "12,345", "d99b12"],
  ["played", "1,003", "0b6150"],
  ["completed", "1", "d99b12"],
  ["beaten", "1,000", "94a1aa"],
  ["mastered", "2", "d99b12"],
])("a badge of %s says %s", (show, message, color) => {
  expect(badge(player, games, show, "en")).toEqual({
    schemaVersion: 1,
    label: show,
    message,
    color,
  });
});

test("a badge of what is not there is one of the masteries", () => {
  for (const show of ["nonsense", "", "unfinished", "toString"]) {
    expect(badge(player, games, show, "en")).toMatchObject({ label: "mastered", message: "2" });
  }
});

test("a badge speaks a card's languages, and writes numbers as they do", () => {
  const inGerman = (show: string) => badge(player, games, show, "de");
  expect(inGerman("points")).toMatchObject({ label: "Punkte", message: "12.345" });
  expect(inGerman("beaten")).toMatchObject({ label: "Besiegt", message: "1.000" });
  expect(badge(player, games, "points", "ja").label).toBe("ポイント");
  // Without words of its own, a language has its numbers.
  expect(badge(player, games, "points", "cs")).toMatchObject({ label: "points" });
});
