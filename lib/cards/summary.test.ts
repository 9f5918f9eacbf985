import { expect, test } from "vitest";
import { AWARD_KINDS, type Game } from "@/lib/domain/player";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { UNKNOWN_TIME } from "@/lib/times/game-time";
import { readCardRequest } from "./card-request";
import { summary } from "./summary";
import { marksOf, seen, textAbove, textOf, wordsOf } from "./test-reader";

const games = (count: number, given: Partial<Game>) =>
  Array.from({ length: count }, () => aGame(given));
const GAMES = [
  ...games(5, { highestAwardKind: "mastered", numAwarded: 10 }),
  ...games(4, { highestAwardKind: "beaten-hardcore", numAwarded: 5 }),
  ...games(3, { highestAwardKind: "completed", numAwarded: 10 }),
  ...games(2, { highestAwardKind: "beaten-softcore", numAwarded: 5 }),
  ...games(6, { highestAwardKind: null, numAwarded: 0 }),
];
const EVENT = aGame({ systemId: 101, highestAwardKind: "mastered", numAwarded: 10 });
const player = aPlayer([...GAMES, EVENT]);

test("counts are above their labels, without events", () => {
  const card = seen(summary, player);
  const counts = { Played: 20, Unfinished: 6, Casual: 2, Beaten: 4, Completed: 3, Mastered: 5 };
  for (const [name, count] of Object.entries(counts)) {
    expect(textAbove(card, name), name).toBe(String(count));
  }
});

test("the counts have equal columns between the margins", () => {
  const card = seen(summary, aPlayer([]), "width=420");
  const names = ["Played", "Unfinished", "Beaten", "Mastered"];
  expect(names.map((name) => textOf(card, name).x)).toEqual([20, 117, 214, 311]);
});

test("a wide count shrinks and is not cut", () => {
  const all = games(12_341, { title: "Owl [Subset - Bonus]" });
  for (const kind of AWARD_KINDS) all.push(aGame({ highestAwardKind: kind }));
  const card = seen(summary, aPlayer(all), "width=380");
  const [count, next] = marksOf(card, "text").filter(({ y }) => y === 120);
  expect(count?.text).toBe("12,345");
  expect((count?.x ?? 0) + (count?.width ?? 0)).toBeLessThan((next?.x ?? 0) - 7);
});

test("the bar is the award mix, best first, in proportion", () => {
  const [bar] = marksOf(seen(summary, player), "bar");
  const track = marksOf(seen(summary, player), "rect").at(-1);
  const whole = track?.width ?? 0;
  const shares = bar?.parts.map(({ fill, width }) => [fill, Math.round((width * 20) / whole)]);
  expect(shares).toEqual([
    ["var(--gold)", 5],
    ["var(--goldPale)", 3],
    ["var(--silver)", 4],
    ["var(--silverPale)", 2],
  ]);
  expect(bar?.width).toBeCloseTo((whole * 14) / 20, 1);
  const { x } = textOf(seen(summary, player), "Average");
  expect(20 + whole).toBeCloseTo(x - 12, 0);
});

test("an award kind without games has no part of the bar", () => {
  const library = [aGame({ highestAwardKind: "beaten-hardcore" }), aGame(), aGame(), aGame()];
  const [bar] = marksOf(seen(summary, aPlayer(library)), "bar");
  expect(bar?.parts).toMatchObject([{ fill: "var(--silver)", x: 20 }]);
});

test("the average is over sets, each at most 100%", () => {
  const average = (...numAwarded: number[]) =>
    wordsOf(
      seen(summary, aPlayer([...numAwarded.map((won) => aGame({ numAwarded: won })), EVENT])),
    );
  expect(average(1, 4)).toContain("25%");
  expect(average(15, 0)).toContain("50%");
  expect(average(1, 0, 0)).toContain("3%");
  expect(average()).toContain("0%");
  const subset = aGame({ title: "Owl [Subset - Bonus]", numAwarded: 1 });
  const retired = aGame({ numAwarded: 0, maxPossible: 0, highestAwardKind: "mastered" });
  const games = [aGame({ numAwarded: 10 }), aGame({ numAwarded: 5 }), subset, retired];
  expect(wordsOf(seen(summary, aPlayer(games)))).toContain("75%");
});

test("points are hardcore, or casual if there are no others", () => {
  const points = (given: { points: number; casualPoints: number }) =>
    wordsOf(seen(summary, aPlayer([], given)))[1];
  expect(points({ points: 12_345, casualPoints: 67 })).toBe("12,345 points");
  expect(points({ points: 0, casualPoints: 67 })).toBe("67 casual points");
});

test("hidden parts leave their room to others", () => {
  const hidden = (part: string) => seen(summary, player, `hide=${part}`);
  expect(marksOf(hidden("avatar"), "image")).toEqual([]);
  expect(textOf(hidden("avatar"), "Anna").x).toBe(20);
  expect(wordsOf(hidden("points"))).not.toContain("12,345 points");
  expect(marksOf(hidden("bar"), "bar")).toEqual([]);
  expect(wordsOf(hidden("average"))).not.toContain("Average");
  expect(marksOf(hidden("average"), "rect").at(-1)).toMatchObject({ x: 20, width: 455 });
});

test("a long name is cut at the margin, and a title replaces it", () => {
  const name = textOf(seen(summary, aPlayer([], { name: "W".repeat(16) })), "WWWWWWWWWWWWW…");
  expect(name.x + name.width).toBeLessThanOrEqual(475);
  expect(wordsOf(seen(summary, player, "title=All+of+it"))[0]).toBe("All of it");
});

test("its description is its figures", () => {
  const { title, description } = seen(summary, player, "locale=de");
  expect(title).toBe("Anna");
  expect(description).toBe(
    "12.345 Punkte; Gespielt: 20, Offen: 6, Casual: 2, Besiegt: 4, Komplett: 3, Gemeistert: 5; im Schnitt zu 55 % geschafft.",
  );
});

test("it shows the avatar", () => {
  expect(summary.images({ player, isDated: false, image: () => null }, {})).toEqual([
    "/UserPic/Anna.png",
  ]);
  expect(marksOf(seen(summary, player), "image")).toMatchObject([
    { source: "/UserPic/Anna.png", x: 20, y: 20, width: 64, height: 64 },
  ]);
});

const times = new Map([[1, { ...UNKNOWN_TIME, gameId: 1, playtime: 4_445_999 }]]);
const ranks = { hardcore: { rank: 1234, of: 95_000 }, casual: { rank: 7, of: null } };
const shown = (search: string, more = {}) =>
  wordsOf(seen(summary, player, search, { times, ranks, ...more }));

test("rank and hours are shown where they are wanted, in a line of their own", () => {
  expect(shown("show=hours,rank")).toContain("#1,234 of 95,000 · 1,234 hours");
  expect(shown("show=rank")).toContain("#1,234 of 95,000");
  expect(shown("show=hours")).toContain("1,234 hours");
  expect(shown("")).toEqual(wordsOf(seen(summary, player)));
  expect(seen(summary, player, "show=rank").height).toBe(195);
  expect(seen(summary, player, "show=rank").description).toContain("; #1,234 of 95,000; Played");
});

test("a casual rank says so, and what is not known is left out", () => {
  const casual = { hardcore: null, casual: { rank: 7, of: 80 } };
  expect(shown("show=rank", { ranks: casual })).toContain("#7 of 80 (Casual)");
  const unranked = { hardcore: null, casual: null };
  expect(shown("show=rank,hours", { ranks: unranked })).toContain("1,234 hours");
  const nothing = shown("show=rank,hours", { ranks: unranked, times: new Map() });
  expect(nothing).toEqual(shown(""));
});

test("what to show can be named in any order, and is the same card", () => {
  const key = (search: string) => readCardRequest(summary, new URLSearchParams(search)).key;
  expect(key("show=rank,hours")).toBe(key("show=hours,rank"));
  expect(key("show=rank")).not.toBe(key(""));
  const { ignored } = readCardRequest(summary, new URLSearchParams("show=age"));
  expect(ignored).toEqual(["show"]);
});
