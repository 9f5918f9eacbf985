import { expect, test } from "vitest";
import type { Game } from "@/lib/domain/player";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { plainTitle } from "./game-line";
import { recent } from "./recent";
import { marksOf, seen, wordsOf } from "./test-reader";

/** A game's line on an otherwise empty card. */
const lineOf = (given: Partial<Game>, search = "") =>
  seen(recent, aPlayer([aGame(given)]), `count=1&hide=title&${search}`);
const factsOf = (given: Partial<Game>) => wordsOf(lineOf(given))[1];

test("tags of RetroAchievements move to the end of the title", () => {
  expect(plainTitle("Owl")).toBe("Owl");
  expect(plainTitle("~Hack~ ~Demo~ Owl")).toBe("Owl (Hack) (Demo)");
  expect(plainTitle("Owl [Subset - Bonus]")).toBe("Owl › Bonus");
  expect(plainTitle("~Hack~ Owl [Subset - Bonus]")).toBe("Owl (Hack) › Bonus");
});

test("a game's facts are system, progress and award", () => {
  expect(factsOf({ numAwarded: 3 })).toBe("NES · 3 of 10");
  expect(factsOf({ numAwarded: 9, highestAwardKind: "beaten-hardcore" })).toBe(
    "NES · 9 of 10 · Beaten",
  );
  expect(factsOf({ numAwarded: 10, highestAwardKind: "mastered" })).toBe("NES · All 10 · Mastered");
  expect(factsOf({ numAwarded: 11 })).toBe("NES · All 10");
  expect(factsOf({ numAwarded: 1234, maxPossible: 5678 })).toBe("NES · 1,234 of 5,678");
  expect(factsOf({ maxPossible: 0, highestAwardKind: "completed" })).toBe(
    "NES · Set retired · Completed",
  );
});

test("award marks are gold or silver, disc or (casual) ring", () => {
  const markOf = (highestAwardKind: Game["highestAwardKind"]) =>
    marksOf(lineOf({ highestAwardKind }), "circle");
  const place = { kind: "circle", x: 464, y: 75 };
  expect(markOf("mastered")).toEqual([{ ...place, radius: 9, fill: "var(--gold)", edge: "" }]);
  expect(markOf("completed")).toEqual([
    { ...place, radius: 7.5, fill: "none", edge: "var(--gold) 3" },
  ]);
  expect(markOf("beaten-hardcore")).toEqual([
    { ...place, radius: 9, fill: "var(--silver)", edge: "" },
  ]);
  expect(markOf("beaten-softcore")).toEqual([
    { ...place, radius: 7.5, fill: "none", edge: "var(--silver) 3" },
  ]);
  expect(markOf(null)).toEqual([]);
});

test("the bar shows hardcore, then casual progress", () => {
  const barOf = (given: Partial<Game>) =>
    marksOf(lineOf(given), "bar")[0]?.parts.map(({ fill, width }) => `${fill} ${width}`);
  // Of 80 pixels.
  expect(barOf({ numAwarded: 5, numAwardedHardcore: 5 })).toEqual(["var(--gold) 40"]);
  expect(barOf({ numAwarded: 5, numAwardedHardcore: 2 })).toEqual([
    "var(--gold) 16",
    "var(--rest) 24",
  ]);
  expect(barOf({ numAwarded: 5, numAwardedHardcore: 0 })).toEqual(["var(--rest) 40"]);
  expect(barOf({ numAwarded: 20, numAwardedHardcore: 15 })).toEqual(["var(--gold) 80"]);
  expect(barOf({ numAwarded: 20, numAwardedHardcore: 5 })).toEqual([
    "var(--gold) 40",
    "var(--rest) 40",
  ]);
  expect(barOf({ numAwarded: 2, numAwardedHardcore: 5 })).toEqual(["var(--gold) 40"]);
  expect(barOf({ numAwarded: 0, numAwardedHardcore: 0 })).toBeUndefined();
});

test("the percentage is right-aligned, and at most 100%", () => {
  const percentOf = (given: Partial<Game>) => marksOf(lineOf(given), "text").at(-1);
  expect(percentOf({ numAwarded: 299, maxPossible: 300 })).toMatchObject({ text: "99%", y: 93 });
  expect(percentOf({ numAwarded: 20 })?.text).toBe("100%");
  expect(percentOf({ maxPossible: 0 })?.text).toBe("100%");
  const { x = 0, width = 0 } = percentOf({ numAwarded: 5 }) ?? {};
  expect(x + width).toBeCloseTo(445, 1);
});

test("long titles and facts end before the bar", () => {
  const long = { title: "M".repeat(200), systemId: 9999, systemName: "M".repeat(200) };
  for (const search of ["width=400", "", "width=900"]) {
    const card = lineOf(long, search);
    const bar = marksOf(card, "rect").at(-1);
    const [title, facts] = marksOf(card, "text");
    expect(title?.text).toMatch(/^M+…$/);
    // The number is never cut.
    expect(facts?.text).toMatch(/^M+… · 5 of 10$/);
    for (const text of [title, facts]) {
      const end = (text?.x ?? 0) + (text?.width ?? 0);
      expect(end).toBeLessThan(bar?.x ?? 0);
      // No more is cut than necessary.
      expect(end).toBeGreaterThan((bar?.x ?? 0) - 40);
    }
  }
});
