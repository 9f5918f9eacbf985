import { expect, test } from "vitest";
import type { AwardKind } from "@/lib/domain/player";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { milestones } from "./milestones";
import { marksOf, seen, textOf, wordsOf } from "./test-reader";

const award = (day: number, title: string, highestAwardKind: AwardKind) =>
  aGame({ title, highestAwardKind, highestAwardAt: Date.UTC(2024, 0, day, 12) / 1000 });

const player = aPlayer([
  award(1, "Ant", "mastered"),
  award(2, "~Hack~ Bee", "beaten-softcore"),
  award(3, "Cat", "completed"),
  award(4, "Dog", "beaten-hardcore"),
  award(5, "Eel", "mastered"),
  aGame({ systemId: 101, highestAwardKind: "completed", highestAwardAt: 2_000_000_000 }),
]);

test("milestones are sorted newest first, with game and day", () => {
  const card = seen(milestones, player, "hide=title");
  expect(wordsOf(card)).toEqual([
    ...["Latest mastery", "Eel", "Jan 5, 2024"],
    ...["1st game beaten", "Dog", "Jan 4, 2024"],
    ...["1st completion", "Cat", "Jan 3, 2024"],
    ...["1st game beaten (casual)", "Bee (Hack)", "Jan 2, 2024"],
  ]);
  for (const [line, name, title, day] of [
    [0, "Latest mastery", "Eel", "Jan 5, 2024"],
    [3, "1st game beaten (casual)", "Bee (Hack)", "Jan 2, 2024"],
  ] as const) {
    expect(textOf(card, name)).toMatchObject({ x: 54, y: 72 + line * 44, face: "bold" });
    expect(textOf(card, title)).toMatchObject({ x: 54, y: 89 + line * 44, fill: "var(--soft)" });
    const { x, y, width } = textOf(card, day);
    expect(y).toBe(72 + line * 44);
    expect(x + width).toBeCloseTo(475, 1);
  }
});

test("each milestone has its award mark", () => {
  const marks = marksOf(seen(milestones, player), "circle");
  expect(marks.map(({ x, y, fill, edge }) => [x, y, fill, edge])).toEqual([
    [31, 74, "var(--gold)", ""],
    [31, 118, "var(--silver)", ""],
    [31, 162, "none", "var(--gold) 3"],
    [31, 206, "none", "var(--silver) 3"],
  ]);
});

test("count is 1 to 10, and sets the height", () => {
  const shown = (search: string) => marksOf(seen(milestones, many, search), "circle").length;
  const kinds: AwardKind[] = ["mastered", "completed", "beaten-hardcore", "beaten-softcore"];
  const many = aPlayer(
    kinds.flatMap((kind) => Array.from({ length: 12 }, (_, at) => award(at, "Owl", kind))),
  );
  expect(shown("")).toBe(4);
  expect(shown("count=1")).toBe(1);
  expect(shown("count=10")).toBe(10);
  for (const count of ["0", "11", "1.5"]) expect(shown(`count=${count}`), count).toBe(4);
  expect(seen(milestones, many, "count=1").height).toBe(110);
  expect(seen(milestones, many, "count=10").height).toBe(506);
});

test("days are written in the card's locale", () => {
  expect(wordsOf(seen(milestones, player, "locale=de&count=1"))).toContain("05.01.2024");
});

test("a long title is cut at the margin", () => {
  const long = aPlayer([award(1, "M".repeat(200), "mastered")]);
  const title = marksOf(seen(milestones, long), "text").find(({ text }) => /^M+…$/.test(text));
  const end = (title?.x ?? 0) + (title?.width ?? 0);
  expect(end).toBeLessThanOrEqual(475);
  expect(end).toBeGreaterThan(455);
});

test("a milestone's name ends before its day at any width", () => {
  const casual = Array.from({ length: 1000 }, (_, at) => award(at, "Owl", "beaten-softcore"));
  const [name, , day] = marksOf(seen(milestones, aPlayer(casual), "width=360&hide=title"), "text");
  expect(name?.text).toMatch(/^1,000th game beaten \(/);
  expect((name?.x ?? 0) + (name?.width ?? 0)).toBeLessThan(day?.x ?? 0);
});

test("the heading is the player's name, a custom title, or hidden", () => {
  expect(textOf(seen(milestones, player), "Anna: Milestones")).toMatchObject({ x: 20, y: 36 });
  expect(wordsOf(seen(milestones, player, "title=Mine"))[0]).toBe("Mine");
  const long = marksOf(seen(milestones, player, `title=${"W".repeat(60)}`), "text")[0];
  expect((long?.x ?? 0) + (long?.width ?? 0)).toBeLessThanOrEqual(475);
});

test("its description lists its content, and it has no images", () => {
  expect(seen(milestones, player, "count=2").description).toBe(
    "Milestones: Latest mastery, Eel; 1st game beaten, Dog.",
  );
  const none = seen(milestones, aPlayer([aGame()]));
  expect(none.description).toBe("No milestones yet.");
  expect(wordsOf(none)).toEqual(["Anna: Milestones", "No milestones yet."]);
  expect(wordsOf(seen(milestones, player))).not.toContain("No milestones yet.");
  expect(milestones.images({ player, isDated: false, image: () => null }, {})).toEqual([]);
});
