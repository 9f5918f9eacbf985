import { expect, test } from "vitest";
import { isThaiMark, placeThai, type ThaiBox, thaiClusters, thaiParts } from "./thai";

const LETTER: ThaiBox = { advance: 600, right: 530, bottom: 0, top: 560 };
const BOXES: Record<string, ThaiBox> = {
  ก: LETTER,
  ป: { ...LETTER, top: 745 },
  ญ: { ...LETTER, bottom: -200 },
  // By default, a vowel and a tone are at the same height.
  "\u0e34": { advance: 0, right: -86, bottom: 632, top: 713 },
  "\u0e48": { advance: 0, right: -89, bottom: 632, top: 847 },
  "\u0e38": { advance: 0, right: -87, bottom: -261, top: -64 },
  "\u0e4d": { advance: 0, right: -51, bottom: 608, top: 794 },
  "\u0e32": { advance: 400, right: 330, bottom: 0, top: 560 },
};
const place = (cluster: string) =>
  placeThai(thaiParts(cluster), (character) => BOXES[character] ?? LETTER);

test("a Thai letter includes its vowel and tone", () => {
  expect(thaiClusters("กี่ A🎮ที่")).toEqual(["กี่", " ", "A", "🎮", "ที่"]);
  expect(thaiClusters("เกม")).toEqual(["เ", "ก", "ม"]);
  expect(thaiClusters("น้ำ")).toEqual(["น้ำ"]);
  expect(thaiClusters("")).toEqual([]);
});

test("excess marks are dropped", () => {
  expect(thaiClusters(`ก${"\u0e48".repeat(50)}`)).toEqual(["ก\u0e48\u0e48"]);
});

test("a mark without a letter is recognized", () => {
  expect(isThaiMark("\u0e34")).toBe(true);
  for (const other of ["ก", "า", "กิ", "\u0301", "a"]) expect(isThaiMark(other), other).toBe(false);
});

test("sara am is a ring below the tone, and a letter beside it", () => {
  expect(thaiParts("น้ำ")).toEqual(["น", "\u0e4d", "\u0e49", "\u0e32"]);
  expect(thaiParts("a")).toEqual(["a"]);
});

test("the first mark keeps its place, a second one is above it", () => {
  expect(place("ก\u0e34")).toEqual({
    places: [
      { x: 0, y: 0 },
      { x: 600, y: 0 },
    ],
    advance: 600,
  });
  const [, vowel, tone] = place("ก\u0e34\u0e48").places;
  expect(vowel?.y).toBe(0);
  expect(632 + (tone?.y ?? 0)).toBeGreaterThan(713);
});

test("a mark above a tall letter is beside its stem", () => {
  const [, mark] = place("ป\u0e34").places;
  expect((mark?.x ?? 0) - 86).toBeLessThanOrEqual(530 - 100);
  expect(mark?.y).toBe(0);
});

test("a mark below a descending letter is below the descender", () => {
  const [, mark] = place("ญ\u0e38").places;
  expect((mark?.y ?? 0) - 64).toBeLessThan(-200);
  expect(place("ก\u0e38").places[1]).toEqual({ x: 600, y: 0 });
});

test("a part beside a letter adds to its width", () => {
  expect(place("ก\u0e33")).toMatchObject({ advance: 1000 });
  expect(place("ก\u0e33").places[2]).toEqual({ x: 600, y: 0 });
});
