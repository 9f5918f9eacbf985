import { expect, test } from "vitest";
import type { AwardKind } from "@/lib/domain/player";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { marksOf, type ReadCard, seen, textOf, wordsOf } from "./test-reader";
import { timeline } from "./timeline";

const award = (month: string, highestAwardKind: AwardKind) =>
  aGame({ highestAwardKind, highestAwardAt: Date.parse(`${month}-15T12:00:00Z`) / 1000 });

/** The blocks of each colour from the left; `top` and `bottom` are heights above the base line. */
function blocksOf(card: ReadCard) {
  return marksOf(card, "path").flatMap(({ d, fill }) =>
    [...d.matchAll(/M([\d.]+) ([\d.]+)h([\d.]+)v-([\d.]+)h-([\d.]+)z/g)].map((match) => {
      const [x = 0, y = 0, width = 0, height = 0, back = 0] = match.slice(1).map(Number);
      expect(back).toBe(width);
      return { fill, x, width, bottom: round(160 - y), top: round(160 - y + height) };
    }),
  );
}
const round = (length: number) => Math.round(length * 10) / 10;

const player = aPlayer([
  award("2024-01", "mastered"),
  award("2024-01", "mastered"),
  award("2024-01", "completed"),
  award("2024-01", "beaten-softcore"),
  award("2024-03", "beaten-hardcore"),
  award("2024-03", "beaten-softcore"),
  aGame({ systemId: 101, highestAwardKind: "mastered", highestAwardAt: 1 }),
  aGame(),
]);

test("awards of a month are stacked, best at the bottom; the highest month fills the height", () => {
  const [left, right] = [20, 475];
  const blocks = blocksOf(seen(timeline, player));
  const first = blocks.filter(({ x }) => x === left);
  // Of 102 pixels each of the four awards takes a quarter.
  expect(first.map(({ fill, bottom, top }) => [fill, bottom, top])).toEqual([
    ["var(--gold)", 0, 51],
    ["var(--goldPale)", 51, 76.5],
    ["var(--silverPale)", 76.5, 102],
  ]);
  const last = blocks.filter(({ x }) => x !== left);
  expect(last.map(({ fill, bottom, top }) => [fill, bottom, top])).toEqual([
    ["var(--silver)", 0, 25.5],
    ["var(--silverPale)", 25.5, 51],
  ]);
  for (const { x, width } of last) expect(x + width).toBeCloseTo(right, 0);
});

test("months have equal widths and gaps, and an empty month is a gap", () => {
  const each = ["2024-01", "2024-02", "2024-03", "2024-05"].map((at) => award(at, "mastered"));
  const [first, second, third, fifth] = blocksOf(seen(timeline, aPlayer(each)));
  const step = (second?.x ?? 0) - (first?.x ?? 0);
  expect((third?.x ?? 0) - (second?.x ?? 0)).toBeCloseTo(step, 0);
  expect((fifth?.x ?? 0) - (third?.x ?? 0)).toBeCloseTo(2 * step, 0);
  expect(first?.width).toBeCloseTo(0.85 * step, 0);
});

test("it covers at most ten years", () => {
  const old = aPlayer([
    award("2010-12", "mastered"),
    award("2011-01", "completed"),
    award("2020-12", "beaten-hardcore"),
  ]);
  expect(blocksOf(seen(timeline, old)).map(({ fill }) => fill)).toEqual([
    "var(--goldPale)",
    "var(--silver)",
  ]);
  expect(seen(timeline, old).description).toBe("2 awards, 2011-01 – 2020-12.");
});

test("the first and last year are below the ends, unless hidden", () => {
  const years = aPlayer([award("2019-05", "mastered"), award("2023-05", "mastered")]);
  const card = seen(timeline, years, "width=600");
  expect(textOf(card, "2019")).toMatchObject({ x: 20, y: 178 });
  const last = textOf(card, "2023");
  expect(last.x + last.width).toBeCloseTo(580, 1);
  expect(last.y).toBe(178);
  expect(wordsOf(seen(timeline, years, "hide=years"))).toEqual(["Anna: Awards by month"]);
});

test("the heading is the player's name, a custom title, or hidden", () => {
  expect(textOf(seen(timeline, player), "Anna: Awards by month")).toMatchObject({ x: 20, y: 36 });
  expect(wordsOf(seen(timeline, player, "title=Mine"))[0]).toBe("Mine");
  expect(wordsOf(seen(timeline, player, "hide=title"))).toEqual(["2024", "2024"]);
  const long = marksOf(seen(timeline, player, `title=${"W".repeat(60)}`), "text")[0];
  expect((long?.x ?? 0) + (long?.width ?? 0)).toBeLessThanOrEqual(475);
});

test("without awards it says so, above the base line", () => {
  const card = seen(timeline, aPlayer([aGame()]));
  expect(wordsOf(card)).toEqual(["Anna: Awards by month", "No awards yet."]);
  expect(card.description).toBe("No awards yet.");
  expect(marksOf(card, "path")).toEqual([]);
  expect(marksOf(card, "rect").at(-1)).toMatchObject({ x: 20, y: 160, width: 455, height: 1 });
});

test("its description counts the awards, and it has no images", () => {
  expect(seen(timeline, player).description).toBe("6 awards, 2024-01 – 2024-03.");
  expect(timeline.images({ player, isDated: false, image: () => null }, {})).toEqual([]);
});
