import { expect, test } from "vitest";
import type { AwardKind } from "@/lib/domain/player";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { type GameTime, UNKNOWN_TIME } from "@/lib/times/game-time";
import { readCardRequest } from "./card-request";
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

test("its size is fixed", () => {
  expect(seen(share, player, "width=495")).toMatchObject({ width: 1200, height: 630 });
  expect(seen(share, player, "width=2000")).toMatchObject({ width: 1200, height: 630 });
});

test("counts are above their labels, in equal columns", () => {
  const card = seen(share, player);
  const counts = { Played: 16, Unfinished: 6, Casual: 1, Beaten: 3, Completed: 2, Mastered: 4 };
  for (const [at, [name, count]] of Object.entries(counts).entries()) {
    expect(textAbove(card, name), name).toBe(String(count));
    expect(textOf(card, name).x).toBeCloseTo(80 + (at * (1040 + 20)) / 6, 1);
  }
});

test("the bar is the award mix, best first", () => {
  const card = seen(share, player);
  expect(marksOf(card, "rect").find(({ height }) => height === 22)).toMatchObject({
    x: 80,
    y: 342,
    width: 1040,
    height: 22,
  });
  // Of 1040 pixels a game has 65.
  expect(marksOf(card, "bar")[0]?.parts.map(({ fill, width }) => [fill, width])).toEqual([
    ["var(--gold)", 260],
    ["var(--goldPale)", 130],
    ["var(--silver)", 195],
    ["var(--silverPale)", 65],
  ]);
});

test("name and points are beside the avatar, or in its place", () => {
  const card = seen(share, player);
  expect(marksOf(card, "image")[0]).toMatchObject({ source: "/UserPic/Anna.png", x: 80, y: 48 });
  expect(textOf(card, "Anna")).toMatchObject({ x: 260, y: 124, size: 84 });
  expect(textOf(card, "12,345 points on RetroAchievements")).toMatchObject({ x: 260, y: 178 });
  const hidden = seen(share, player, "hide=avatar,bar,shelf&title=Mine");
  expect(marksOf(hidden, "image")).toEqual([]);
  expect(textOf(hidden, "Anna").x).toBe(80);
  expect(textOf(hidden, "Mine")).toMatchObject({ x: 80, y: 230 });
  expect(marksOf(hidden, "bar")).toEqual([]);
});

test("long names and titles are cut at the margin", () => {
  for (const [search, most] of [
    ["", 860],
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

test("the site's name is right-aligned", () => {
  const { x, y, width } = textOf(seen(share, player), "Longplay");
  expect(x + width).toBeCloseTo(1120, 1);
  expect(y).toBe(602);
});

test("its description lists its content, and it shows the avatar", () => {
  expect(seen(share, player).description).toBe("16 games, Mastered: 4.");
  expect(wordsOf(seen(share, aPlayer([])))).not.toContain("Casual");
  const { options } = readCardRequest(share, new URLSearchParams());
  const images = share.images({ player, isDated: false, image: () => null }, options);
  expect(images[0]).toBe("/UserPic/Anna.png");
});

test("for a list it has the page's counts, the filters and the number of games", () => {
  const mixed = aPlayer([
    aGame({ systemId: 7, highestAwardKind: "mastered", title: "Owl" }),
    aGame({ systemId: 4, systemName: "Game Boy", highestAwardKind: "mastered" }),
    aGame({ systemId: 4, systemName: "Game Boy", highestAwardKind: null }),
    aGame({ systemId: 7, highestAwardKind: "beaten-hardcore", highestAwardAt: 1_700_000_000 }),
  ]);
  const figuresOf = (search: string) => {
    const card = seen(share, mixed, `${search}&title=Mine`);
    const names = ["Played", "Unfinished", "Beaten", "Mastered"];
    const shown = names.filter((name) => wordsOf(card).includes(name));
    return Object.fromEntries(shown.map((name) => [name, textAbove(card, name)]));
  };
  expect(figuresOf("")).toEqual({ Played: "4", Unfinished: "1", Beaten: "1", Mastered: "2" });
  // As on the page, counts ignore the status.
  expect(figuresOf("status=eq-mastered")).toEqual(figuresOf(""));
  expect(figuresOf("status=eq-mastered&system=4")).toEqual(figuresOf("system=4"));
  expect(figuresOf("system=4")).toEqual({ Played: "2", Unfinished: "1", Mastered: "1" });
  expect(figuresOf("q=owl")).toEqual({ Played: "1", Mastered: "1" });
  expect(figuresOf("awarded=2023")).toEqual({ Played: "1", Beaten: "1" });
  expect(figuresOf("active=2023")).toEqual({ Played: "1", Beaten: "1" });
  const card = seen(share, mixed, "status=eq-mastered&system=4");
  expect(wordsOf(card).slice(1, 3)).toEqual(["Mastered, Game Boy", "1 / 2 games"]);
  expect(wordsOf(seen(share, mixed, "system=4")).join()).not.toContain("/ ");
  const wide = aPlayer([aGame({ systemId: 4, systemName: "Game Boy ".repeat(8).trim() })]);
  const long = seen(share, wide, "status=eq-revised&system=4");
  const { x, width } = textOf(long, wordsOf(long)[1] ?? "");
  expect(x + width).toBeLessThan(textOf(long, "0 / 1 game").x);
  expect(card.description).toBe("Mastered, Game Boy: 1 game.");
  expect(seen(share, mixed, "system=4").description).toBe("Game Boy: 2 games, Mastered: 1.");
  expect(wordsOf(seen(share, mixed, "status=eq-mastered&locale=de"))[1]).toBe("Gemeistert");
});

test("each list has its own key, and invalid filters are ignored", () => {
  const read = (search: string) => readCardRequest(share, new URLSearchParams(search));
  const lists = ["", "status=eq-mastered", "system=4", "q=owl", "awarded=2023", "active=2023"];
  expect(new Set(lists.map((search) => read(search).key)).size).toBe(lists.length);
  for (const search of lists) expect(read(search).ignored).toEqual([]);
  // The order changes nothing.
  expect(read("sort=-pct_won")).toMatchObject({ key: read("").key, ignored: [] });
  for (const bad of ["status=best", "system=x", "awarded=soon", "active=1", "sort=size"]) {
    const name = bad.split("=")[0];
    expect(read(bad), bad).toMatchObject({ key: read("").key, ignored: [name] });
  }
});

test("the case has the latest masteries, of the list if there is one", () => {
  const mastered = aPlayer([
    ...Array.from({ length: 12 }, (_, at) =>
      aGame({
        iconPath: `/Images/${at}.png`,
        highestAwardKind: "mastered",
        highestAwardAt: 100 - at,
      }),
    ),
    aGame({ systemId: 4, iconPath: "/Images/boy.png", highestAwardKind: "mastered" }),
  ]);
  const iconsOf = (search: string) =>
    marksOf(seen(share, mastered, search), "image").map(({ source }) => source);
  const newest = Array.from({ length: 8 }, (_, at) => `/Images/${at}.png`);
  expect(iconsOf("hide=avatar")).toEqual(newest);
  expect(iconsOf("hide=avatar&system=4")).toEqual(["/Images/boy.png"]);
  expect(iconsOf("hide=avatar,shelf")).toEqual([]);
  const { options } = readCardRequest(share, new URLSearchParams());
  const data = { player: mastered, isDated: false, image: () => null };
  expect(share.images(data, options).slice(1)).toEqual(newest);
});

test("the preview of rare masteries has those of the page", () => {
  const whole = { highestAwardKind: "mastered", numAwarded: 10, numAwardedHardcore: 10 } as const;
  const [rare, common] = [aGame(whole), aGame(whole)];
  const time = (gameId: number, timesMastered: number): [number, GameTime] => [
    gameId,
    { ...UNKNOWN_TIME, gameId, timesMastered, playersHardcore: 1000 },
  ];
  const times = new Map([time(rare.id, 50), time(common.id, 51)]);
  const card = seen(share, aPlayer([rare, common]), "status=rare-mastered", { times });
  expect(wordsOf(card)).toContain("Rare masteries");
  expect(wordsOf(card)).toContain("1 / 2 games");
});
