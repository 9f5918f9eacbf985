import { expect, test } from "vitest";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { systems } from "./systems";
import { marksOf, seen, textOf, wordsOf } from "./test-reader";

/** Numbers of games on systems named A, B and so on. */
const library = (...counts: number[]) =>
  counts.flatMap((count, system) =>
    Array.from({ length: count }, (_, at) =>
      aGame({
        systemId: 1000 + system,
        systemName: String.fromCodePoint(65 + system),
        // A third each is mastered, beaten and not awarded.
        highestAwardKind: (["mastered", "beaten-hardcore", null] as const)[at % 3] ?? null,
      }),
    ),
  );
const player = aPlayer([
  ...library(3, 12, 6),
  aGame({ systemId: 101, systemName: "Events", highestAwardKind: "mastered" }),
]);

test("systems are sorted by games, with their counts at the right", () => {
  const card = seen(systems, player);
  expect(wordsOf(card)).toEqual(["Anna: Games by system", "B", "12", "C", "6", "A", "3"]);
  for (const [name, count, y] of [
    ["B", "12", 70],
    ["C", "6", 96],
    ["A", "3", 122],
  ] as const) {
    expect(textOf(card, name)).toMatchObject({ x: 20, y });
    const at = textOf(card, count);
    expect(at.y).toBe(y);
    expect(at.x + at.width).toBeCloseTo(475, 1);
  }
});

test("a system's bar is proportional to its games, split by award", () => {
  const card = seen(systems, player);
  const [, ...tracks] = marksOf(card, "rect");
  expect(tracks.map(({ y }) => y)).toEqual([60, 86, 112]);
  const [longest, half, quarter] = tracks.map(({ width }) => width);
  expect(half).toBeCloseTo((longest ?? 0) / 2, 1);
  expect(quarter).toBeCloseTo((longest ?? 0) / 4, 1);
  const [bar] = marksOf(card, "bar");
  expect(bar?.parts.map(({ fill }) => fill)).toEqual(["var(--gold)", "var(--silver)"]);
  for (const { width } of bar?.parts ?? []) expect(width).toBeCloseTo((longest ?? 0) / 3, 1);
});

test("bars fill the width between names and counts", () => {
  for (const search of ["width=360", "", "width=900"]) {
    const card = seen(systems, player, search);
    const [, longest] = marksOf(card, "rect");
    const names = ["A", "B", "C"].map((name) => textOf(card, name));
    const counts = ["12", "6", "3"].map((count) => textOf(card, count));
    const endOfNames = Math.max(...names.map(({ x, width }) => x + width));
    expect(longest?.x).toBeCloseTo(endOfNames + 14, 1);
    const end = (longest?.x ?? 0) + (longest?.width ?? 0);
    expect(end).toBeCloseTo(Math.min(...counts.map(({ x }) => x)) - 14, 1);
  }
});

test("a bar has a minimum length", () => {
  const [, , shortest] = marksOf(seen(systems, aPlayer(library(100, 1))), "rect");
  expect(shortest?.width).toBe(8);
});

test("count is 1 to 15", () => {
  const many = aPlayer(library(...Array.from({ length: 20 }, (_, at) => 30 - at)));
  const shown = (search: string) => (wordsOf(seen(systems, many, search)).length - 1) / 2;
  expect(shown("")).toBe(6);
  expect(shown("count=1")).toBe(1);
  expect(shown("count=15")).toBe(15);
  expect(shown("count=16")).toBe(6);
  expect(shown("count=0")).toBe(6);
  expect(shown("count=1.5")).toBe(6);
  expect(seen(systems, many, "count=1").height).toBe(90);
  expect(seen(systems, many, "count=15").height).toBe(454);
});

test("a system's long name ends before its bar", () => {
  const long = aPlayer([aGame({ systemId: 1000, systemName: "M".repeat(100) })]);
  const card = seen(systems, long);
  const name = marksOf(card, "text")[1];
  expect(name?.text).toMatch(/^M+…$/);
  const [, bar] = marksOf(card, "rect");
  expect((name?.x ?? 0) + (name?.width ?? 0)).toBeLessThan(bar?.x ?? 0);
  expect(bar?.x).toBeLessThan(495 / 2);
});

test("the heading is the player's name, a custom title, or hidden", () => {
  expect(wordsOf(seen(systems, player, "title=Mine"))[0]).toBe("Mine");
  expect(wordsOf(seen(systems, player, "hide=title"))[0]).toBe("B");
  const heading = textOf(seen(systems, player), "Anna: Games by system");
  expect(heading).toMatchObject({ x: 20, y: 36, size: 18, face: "display" });
  const long = marksOf(seen(systems, player, `title=${"W".repeat(60)}`), "text")[0];
  expect((long?.x ?? 0) + (long?.width ?? 0)).toBeLessThanOrEqual(475);
});

test("its description lists its content, and it has no images", () => {
  expect(seen(systems, player, "count=2").description).toBe("Games by system: B 12, C 6.");
  expect(seen(systems, aPlayer([])).description).toBe("No games yet.");
  expect(wordsOf(seen(systems, aPlayer([])))).toEqual(["Anna: Games by system", "No games yet."]);
  expect(systems.images({ player, isDated: false, image: () => null }, {})).toEqual([]);
});
