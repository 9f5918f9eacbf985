import { expect, test } from "vitest";
import type { AwardKind } from "@/lib/domain/player";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { share } from "./share";
import { marksOf, seen, textAbove, textOf, wordsOf } from "./test-reader";

const games = (count: number, highestAwardKind: AwardKind | null) =>
  Array.from({ length: count }, () => aGame({ highestAwardKind }));
const player = aPlayer([
  ...games(4, "mastered"),
  ...games(3, "beaten-hardcore"),
  ...games(2, "completed"),
  ...games(1, "beaten-softcore"),
  ...games(6, null),
  aGame({ systemId: 101, highestAwardKind: "mastered" }),
]);

test("it has the size that links unfold to, whatever is asked for", () => {
  expect(seen(share, player, "width=495")).toMatchObject({ width: 1200, height: 630 });
  expect(seen(share, player, "width=2000")).toMatchObject({ width: 1200, height: 630 });
});

test("each count stands above its name, in columns of one width", () => {
  const card = seen(share, player);
  const counts = { Played: 16, Unfinished: 6, Casual: 1, Beaten: 3, Completed: 2, Mastered: 4 };
  for (const [at, [name, count]] of Object.entries(counts).entries()) {
    expect(textAbove(card, name), name).toBe(String(count));
    expect(textOf(card, name).x).toBeCloseTo(80 + (at * 1040) / 6, 1);
  }
});

test("its bar is the award mix, best first", () => {
  const card = seen(share, player);
  expect(marksOf(card, "rect").at(-1)).toMatchObject({ x: 80, y: 520, width: 1040, height: 28 });
  // Of 1040 pixels a game has 65.
  expect(marksOf(card, "bar")[0]?.parts.map(({ fill, width }) => [fill, width])).toEqual([
    ["var(--gold)", 260],
    ["var(--goldPale)", 130],
    ["var(--silver)", 195],
    ["var(--silverPale)", 65],
  ]);
});

test("the name and the points stand beside the avatar, or in its place", () => {
  const card = seen(share, player);
  expect(marksOf(card, "image")).toMatchObject([{ source: "/UserPic/Anna.png", x: 80, y: 80 }]);
  expect(textOf(card, "Anna")).toMatchObject({ x: 300, y: 170, size: 84 });
  expect(textOf(card, "12,345 points on RetroAchievements")).toMatchObject({ x: 300, y: 230 });
  const hidden = seen(share, player, "hide=avatar,bar&title=Mine");
  expect(marksOf(hidden, "image")).toEqual([]);
  expect(textOf(hidden, "Anna").x).toBe(80);
  expect(textOf(hidden, "Mine")).toMatchObject({ x: 80, y: 230 });
  expect(marksOf(hidden, "bar")).toEqual([]);
});

test("a long name and a long title end where the card does", () => {
  for (const [search, most] of [
    ["", 820],
    ["hide=avatar&", 1040],
  ] as const) {
    const long = seen(
      share,
      aPlayer([], { name: "W".repeat(20) }),
      `${search}title=${"W".repeat(60)}`,
    );
    for (const { text, width } of marksOf(long, "text").slice(0, 2)) {
      expect(text).toMatch(/^W+…$/);
      expect(width).toBeLessThanOrEqual(most);
      expect(width).toBeGreaterThan(most - 100);
    }
  }
});

test("the site's name ends at its right margin", () => {
  const { x, y, width } = textOf(seen(share, player), "Longplay");
  expect(x + width).toBeCloseTo(1120, 1);
  expect(y).toBe(596);
});

test("it says in words what it shows, and shows the avatar", () => {
  expect(seen(share, player).description).toBe("16 games, 4 mastered.");
  expect(wordsOf(seen(share, aPlayer([])))).not.toContain("Casual");
  const images = share.images({ player, isStale: false, image: () => null }, {});
  expect(images).toEqual(["/UserPic/Anna.png"]);
});
