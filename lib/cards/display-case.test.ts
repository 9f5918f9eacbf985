import { expect, test } from "vitest";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { readCardRequest } from "./card-request";
import { caseHeight, columnsIn, drawCase } from "./display-case";
import { formatterOf } from "./formatter";
import { Pen } from "./pen";
import { shelf } from "./shelf";
import { marksOf, readCard } from "./test-reader";
import { THEMES } from "./themes";

const GOLD = aGame({ highestAwardKind: "mastered", iconPath: "/Images/gold.png" });
const PLAIN = aGame({ highestAwardKind: null, iconPath: "/Images/plain.png" });

function drawn(games: (typeof GOLD)[], columns: number, search = "") {
  const pen = new Pen(THEMES.light);
  const { options } = readCardRequest(shelf, new URLSearchParams(search));
  const data = { player: aPlayer(games), isDated: false, image: (path: string) => path };
  const place = { x: 20, y: 50, width: 455, icon: 72, columns };
  drawCase({ pen, data, options, format: formatterOf(options.locale) }, games, place);
  return readCard(`<svg width="495" height="400">${pen}</svg>`);
}

test("a board holds as many icons as fit between the sides of the case", () => {
  expect(columnsIn(455, 72)).toBe(5);
  expect(columnsIn(1040, 96)).toBe(8);
  expect(columnsIn(10, 72)).toBe(1);
});

test("a case's height depends on its boards and icon size", () => {
  const board = caseHeight(2, 72) - caseHeight(1, 72);
  expect(board).toBeGreaterThan(72);
  expect(caseHeight(3, 72)).toBe(caseHeight(2, 72) + board);
  expect(caseHeight(1, 144)).toBe(2 * caseHeight(1, 72));
});

test("icons are centred on every board", () => {
  const icons = marksOf(drawn([PLAIN, PLAIN, PLAIN], 2), "image");
  const [first, second, third] = icons.map(({ x, width }) => x + width / 2);
  expect(((first ?? 0) + (second ?? 0)) / 2).toBeCloseTo(20 + 455 / 2, 1);
  expect(third).toBeCloseTo(20 + 455 / 2, 1);
  expect(icons[2]?.y).toBeGreaterThan((icons[0]?.y ?? 0) + 72);
});

test("only masteries have a gold frame and a lamp", () => {
  const card = drawn([GOLD, PLAIN], 2);
  const [gold, plain] = marksOf(card, "image");
  expect(gold?.width).toBeLessThan(plain?.width ?? 0);
  const [light, ...others] = marksOf(card, "circle");
  expect(others).toEqual([]);
  expect(light?.x).toBeCloseTo((gold?.x ?? 0) + (gold?.width ?? 0) / 2, 1);
});

test("nothing glows on a screen of four shades", () => {
  expect(marksOf(drawn([GOLD], 1, "theme=pocket"), "circle")).toEqual([]);
  expect(marksOf(drawn([GOLD], 1, "theme=midnight"), "circle")).toHaveLength(1);
});
