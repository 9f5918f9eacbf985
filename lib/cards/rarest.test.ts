import { expect, test } from "vitest";
import type { Game } from "@/lib/domain/player";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { type GameTime, UNKNOWN_TIME } from "@/lib/times/game-time";
import { rarest } from "./rarest";
import { marksOf, seen, wordsOf } from "./test-reader";

const mastered = (id: number, changed: Partial<Game> = {}) =>
  aGame({
    ...{ id, title: `Game ${id}`, iconPath: `/Images/${id}.png` },
    ...{ numAwarded: 10, numAwardedHardcore: 10, highestAwardKind: "mastered" },
    ...{ highestAwardAt: Date.UTC(2026, 1, id) / 1000, ...changed },
  });
const time = (gameId: number, known: Partial<GameTime>) =>
  [gameId, { ...UNKNOWN_TIME, gameId, playersHardcore: 1000, ...known }] as const;
const anna = aPlayer([mastered(1), mastered(2), mastered(3), mastered(4)]);
const times = new Map([
  time(1, { timesMastered: 300 }),
  time(2, { timesMastered: 21, timeToMaster: 43_500 }),
  time(3, { timesMastered: 5 }),
]);
const of = (search = "", player = anna, known = times) =>
  seen(rarest, player, search, { times: known });

test("masteries are listed from the rarest on, with date and time", () => {
  expect(wordsOf(of("count=2"))).toEqual([
    "Anna: Rarest masteries",
    ...["Game 3", "Feb 3, 2026", "mastered by 0.5%"],
    ...["Game 2", "Feb 2, 2026", "mastered by 2.1%", "12 hr 5 min"],
  ]);
  const icons = marksOf(of("count=2"), "image");
  expect(icons.map(({ source }) => source)).toEqual(["/Images/3.png", "/Images/2.png"]);
});

test("the card is as high as its rows, and those of unknown rarity are not listed", () => {
  const [two, three, all] = [of("count=2"), of("count=3"), of("count=10")];
  expect(three.height - two.height).toBe(48);
  expect(all.height).toBe(three.height);
  expect(wordsOf(all)).not.toContain("Game 4");
});

test("without masteries, or without any rarity, it says so", () => {
  expect(wordsOf(of("hide=title", aPlayer([])))).toEqual(["The first mastery goes here."]);
  expect(wordsOf(of("hide=title", anna, new Map()))).toEqual(["Not known."]);
  expect(of("", anna, new Map()).description).toBe("Not known.");
});

test("a rarity is never cut, however narrow the card is", () => {
  const known = new Map([time(1, { timesMastered: 1, timeToMaster: 359_999 })]);
  for (const locale of ["de", "fr", "pl", "ru"]) {
    const words = wordsOf(of(`width=360&locale=${locale}`, anna, known)).join(" ");
    expect(words, locale).toMatch(/0,1\s?%/);
    expect(words, locale).not.toContain("…");
  }
});
