import { expect, test } from "vitest";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { overlay } from "./overlay";
import { marksOf, type ReadCard, seen, textAbove, textOf, wordsOf } from "./test-reader";

const NEWEST = aGame({
  title: "~Hack~ Owl",
  iconPath: "/Images/new.png",
  mostRecentAwardedAt: 2000,
  numAwarded: 1200,
  numAwardedHardcore: 400,
  maxPossible: 1600,
});
const OLDER = aGame({ title: "Ant", mostRecentAwardedAt: 1000, highestAwardKind: "mastered" });
const player = aPlayer([NEWEST, OLDER, aGame({ systemId: 101, highestAwardKind: "mastered" })]);
const imagesOf = (of: typeof player) =>
  overlay.images({ player: of, isDated: false, image: () => null }, {});

test("the newest game is shown with numbers and a bar", () => {
  const card = seen(overlay, player);
  expect(marksOf(card, "image")).toMatchObject([{ source: "/Images/new.png", x: 20, width: 94 }]);
  expect(textOf(card, "Anna")).toMatchObject({ x: 132, y: 52 });
  expect(textOf(card, "Owl (Hack)")).toMatchObject({ x: 132, y: 88, size: 32 });
  expect(textOf(card, "1,200 / 1,600")).toMatchObject({ x: 446, y: 116 });
  expect(marksOf(card, "rect").at(-1)).toMatchObject({ x: 132, y: 106, width: 300 });
  expect(marksOf(card, "bar")[0]?.parts.map(({ fill, width }) => [fill, width])).toEqual([
    ["var(--gold)", 75],
    ["var(--rest)", 150],
  ]);
  expect(imagesOf(player)).toEqual(["/Images/new.png"]);
});

test("the number of masteries is at the right", () => {
  const card = seen(overlay, player, "width=600");
  const [count, name] = [textOf(card, "1"), textOf(card, "Mastered")];
  expect(count.x + count.width).toBeCloseTo(580, 1);
  expect(name.x + name.width).toBeCloseTo(580, 1);
  expect(count).toMatchObject({ fill: "var(--gold)", y: 74 });
  expect(name.y).toBe(104);
});

test("on a narrow card the bar shrinks, and its numbers follow it", () => {
  const card = seen(overlay, player, "width=500");
  const bar = marksOf(card, "rect").at(-1);
  const amount = textOf(card, "1,200 / 1,600");
  expect(bar?.width).toBeGreaterThan(50);
  expect(amount.x).toBeCloseTo((bar?.x ?? 0) + (bar?.width ?? 0) + 14, 1);
  // They end before the masteries, with a gap.
  expect(amount.x + amount.width).toBeCloseTo(textOf(card, "Mastered").x - 28, 0);
  const alone = seen(overlay, player, "width=500&hide=mastered");
  expect(marksOf(alone, "rect").at(-1)?.width).toBeGreaterThan(200);
  expect(wordsOf(alone)).toEqual(["Anna", "Owl (Hack)", "1,200 / 1,600"]);
});

test("a long title ends before the masteries, or at the margin", () => {
  const long = aPlayer([aGame({ title: "M".repeat(100) })]);
  const endOf = (card: ReadCard) => {
    const title = marksOf(card, "text").find(({ text }) => /M…/.test(text));
    return (title?.x ?? 0) + (title?.width ?? 0);
  };
  const both = seen(overlay, long);
  const { x } = textOf(both, "Mastered");
  expect(endOf(both)).toBeLessThanOrEqual(x - 28);
  expect(endOf(both)).toBeGreaterThan(x - 28 - 40);
  const alone = endOf(seen(overlay, long, "hide=mastered"));
  expect(alone).toBeLessThanOrEqual(780);
  expect(alone).toBeGreaterThan(740);
});

test("without a game, or with it hidden, the name is large", () => {
  for (const card of [seen(overlay, aPlayer([])), seen(overlay, player, "hide=game")]) {
    expect(textOf(card, "Anna")).toMatchObject({ x: 20, y: 74, size: 44 });
    expect(marksOf(card, "image")).toEqual([]);
    expect(marksOf(card, "bar")).toEqual([]);
  }
  expect(wordsOf(seen(overlay, aPlayer([])))).toEqual(["0", "Mastered", "Anna"]);
  expect(imagesOf(aPlayer([]))).toEqual([]);
  const long = seen(overlay, player, `hide=game&title=${"M".repeat(60)}`);
  const name = marksOf(long, "text").at(-1);
  expect(name?.text).toMatch(/^M+…$/);
  const end = textOf(long, "Mastered").x - 28;
  expect((name?.x ?? 0) + (name?.width ?? 0)).toBeLessThanOrEqual(end);
  expect((name?.x ?? 0) + (name?.width ?? 0)).toBeGreaterThan(end - 60);
});

test("it has no background and no border by default", () => {
  expect(marksOf(seen(overlay, aPlayer([]), "border=1&theme=dark"), "rect")).toEqual([]);
  expect(marksOf(seen(overlay, aPlayer([]), "bg=123456&border=1"), "rect")).toMatchObject([
    { fill: "#123456", edge: "", width: 799, height: 149 },
  ]);
});

test("a custom title replaces the name", () => {
  expect(wordsOf(seen(overlay, player, "title=Mine"))).toEqual([
    "1",
    "Mastered",
    "Mine",
    "Owl (Hack)",
    "1,200 / 1,600",
  ]);
  expect(textAbove(seen(overlay, player, "title=Mine"), "Owl (Hack)")).toBe("Mine");
});

test("its description lists its content", () => {
  expect(seen(overlay, player).description).toBe("Mastered: 1; Owl (Hack).");
  expect(seen(overlay, aPlayer([])).description).toBe("Mastered: 0. No games yet.");
});
