import { expect, test } from "vitest";
import type { AwardKind } from "@/lib/domain/player";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { signature } from "./signature";
import { marksOf, seen, textAbove, textOf, wordsOf } from "./test-reader";

const games = (count: number, highestAwardKind: AwardKind | null) =>
  Array.from({ length: count }, () => aGame({ highestAwardKind }));
const player = aPlayer([
  ...games(5, "mastered"),
  ...games(3, "beaten-hardcore"),
  ...games(2, "completed"),
  ...games(6, null),
  aGame({ systemId: 101, highestAwardKind: "mastered" }),
]);

test("its size is fixed", () => {
  expect(seen(signature, player, "width=900")).toMatchObject({ width: 468, height: 60 });
  expect(seen(signature, player, "width=1")).toMatchObject({ width: 468, height: 60 });
});

test("three counts are above their labels", () => {
  const card = seen(signature, player);
  expect(textAbove(card, "Played")).toBe("16");
  expect(textAbove(card, "Beaten")).toBe("3");
  expect(textAbove(card, "Mastered")).toBe("5");
  const names = ["Played", "Beaten", "Mastered"];
  expect(names.map((name) => textOf(card, name).x)).toEqual([270, 334, 398]);
  const many = seen(signature, aPlayer(games(20_000, "mastered")));
  expect(textAbove(many, "Played")).toBe("20,000");
});

test("the bar is the award mix of all games", () => {
  const card = seen(signature, player);
  expect(marksOf(card, "rect").at(-1)).toMatchObject({ x: 270, y: 46, width: 184, height: 6 });
  const [bar] = marksOf(card, "bar");
  // Of 184 pixels a game has 11.5.
  expect(bar?.parts.map(({ fill, width }) => [fill, width])).toEqual([
    ["var(--gold)", 57.5],
    ["var(--goldPale)", 23],
    ["var(--silver)", 34.5],
  ]);
});

test("name and points are beside the avatar, or in its place", () => {
  const card = seen(signature, player);
  expect(marksOf(card, "image")).toMatchObject([{ source: "/UserPic/Anna.png", x: 8, width: 44 }]);
  expect(textOf(card, "Anna")).toMatchObject({ x: 62, y: 28 });
  expect(textOf(card, "12,345 points")).toMatchObject({ x: 62, y: 46 });
  const hidden = seen(signature, player, "hide=avatar,bar&title=Mine");
  expect(marksOf(hidden, "image")).toEqual([]);
  expect(textOf(hidden, "Mine").x).toBe(14);
  expect(marksOf(hidden, "bar")).toEqual([]);
});

test("a long name ends before the counts", () => {
  const [name] = marksOf(seen(signature, aPlayer([], { name: "W".repeat(20) })), "text");
  expect(name?.text).toMatch(/^W+…$/);
  expect((name?.x ?? 0) + (name?.width ?? 0)).toBeLessThan(270);
});

test("the date is below the points, which move up", () => {
  const card = seen(signature, player, "", { isDated: true });
  expect(textOf(card, "Anna").y).toBe(21);
  expect(textOf(card, "12,345 points").y).toBe(35);
  expect(textOf(card, "as of Nov 24, 2026")).toMatchObject({ x: 62, y: 49 });
});

test("its description lists its content, and it shows the avatar", () => {
  expect(seen(signature, player).description).toBe("Played: 16, Beaten: 3, Mastered: 5.");
  expect(wordsOf(seen(signature, aPlayer([])))).toContain("0");
  const images = signature.images({ player, isDated: false, image: () => null }, {});
  expect(images).toEqual(["/UserPic/Anna.png"]);
});
