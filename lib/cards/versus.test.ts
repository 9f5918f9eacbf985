import { expect, test } from "vitest";
import type { Game } from "@/lib/domain/player";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { readCardRequest } from "./card-request";
import { marksOf, type ReadCard, seen, textOf, wordsOf } from "./test-reader";
import { versus } from "./versus";

/** The same games with another player's progress. */
const as = (games: Game[], given: Partial<Game>[]) =>
  games.map((game, at) => ({ ...game, ...given[at] }));
const GAMES = Array.from({ length: 5 }, () => aGame());
const MASTERED = { highestAwardKind: "mastered" } as const;
const anna = aPlayer([
  ...as(GAMES, [MASTERED, MASTERED, { highestAwardKind: "beaten-hardcore" }]),
  // An event, and a game that only she plays.
  aGame({ ...MASTERED, systemId: 101 }),
  aGame(MASTERED),
]);
const bob = aPlayer(as(GAMES, [{}, {}, MASTERED]), {
  ...{ name: "Bob", avatarPath: "/UserPic/Bob.png", points: 999 },
});
const between = (search = "", others = [bob], player = anna) =>
  seen(versus, player, `other=Bob&${search}`, { others });
const bar = (card: ReadCard) => marksOf(card, "bar")[0]?.parts ?? [];

test("names and avatars are at the two sides", () => {
  const card = between();
  expect(textOf(card, "Anna").x).toBe(20);
  const name = textOf(card, "Bob");
  expect(name.x + name.width).toBeCloseTo(475, 1);
  const [first, second] = marksOf(card, "image");
  expect(first).toMatchObject({ source: "/UserPic/Anna.png", x: 20 });
  expect(second).toMatchObject({ source: "/UserPic/Bob.png", x: 475 - 64 });
  const { options } = readCardRequest(versus, new URLSearchParams("other=Bob"));
  const data = { player: anna, others: [bob], isDated: false, image: () => null };
  expect(versus.images(data, options)).toEqual(["/UserPic/Anna.png", "/UserPic/Bob.png"]);
  expect(versus.others?.(options)).toEqual(["Bob"]);
});

test("points and counts are beside their labels, the larger in bold", () => {
  const card = between();
  for (const [label, ofAnna, ofBob] of [
    ["Points", "12,345", "999"],
    ["Mastered", "3", "1"],
  ] as const) {
    const { y } = textOf(card, label);
    const row = marksOf(card, "text").filter((mark) => mark.y === y);
    expect(row.map(({ text, face }) => [text, face])).toEqual([
      [ofAnna, "bold"],
      [ofBob, "text"],
      [label, "text"],
    ]);
  }
  const { y } = textOf(card, "Beaten");
  const beaten = marksOf(card, "text").filter((mark) => mark.y === y);
  expect(beaten.map(({ text }) => text)).toEqual(["1", "0", "Beaten"]);
});

test("it counts the games in which each is ahead, ties, and games in common", () => {
  const card = between();
  expect(wordsOf(card)).toEqual(
    expect.arrayContaining(["2 ahead", "1 ahead", "2 tied", "5 games in common"]),
  );
  expect(textOf(card, "2 ahead").face).toBe("display");
  expect(textOf(card, "1 ahead").face).toBe("text");
  expect(bar(card).map(({ width }) => width)).toEqual([182, 182, 91]);
  expect(card.description).toBe(
    "Anna (12,345 points, Mastered: 3, Beaten: 1) – Bob (999 points, Mastered: 1, Beaten: 0). 5 games in common; Anna: 2 ahead, Bob: 1 ahead, 2 tied.",
  );
});

test("the leader is gold and framed, on either side", () => {
  const gold = "var(--gold)";
  const framesOf = (card: ReadCard) =>
    marksOf(card, "rect").flatMap(({ fill, x, width }) => (fill === gold && width === 70 ? x : []));
  expect(bar(between()).map(({ fill }) => fill)).toEqual([gold, "none", "var(--silver)"]);
  expect(framesOf(between())).toEqual([17]);
  const turned = between("", [anna], bob);
  expect(bar(turned).map(({ fill }) => fill)).toEqual(["var(--silver)", "none", gold]);
  expect(framesOf(turned)).toEqual([408]);
  const equal = between("", [aPlayer(anna.games, { name: "Bob" })]);
  expect(wordsOf(equal)).toContain("6 tied");
  expect(framesOf(equal)).toEqual([]);
});

test("ties are not mentioned if there are none", () => {
  const [first] = GAMES;
  const one = aPlayer(first ? as([first], [MASTERED]) : []);
  expect(wordsOf(between("", [bob], one)).join()).not.toContain("tied");
});

test("without a game in common there is no bar", () => {
  const card = between("", [aPlayer([aGame()], { name: "Bob" })]);
  expect(wordsOf(card)).toContain("No games in common yet.");
  expect(marksOf(card, "bar")).toEqual([]);
  expect(card.description).toMatch(/No games in common yet\.$/);
});

test("a title replaces the games in common, and avatars can be hidden", () => {
  const card = between("title=Rivals&hide=avatar");
  expect(wordsOf(card)).toContain("Rivals");
  expect(wordsOf(card)).not.toContain("5 games in common");
  expect(marksOf(card, "image")).toEqual([]);
  expect(textOf(card, "12,345").x).toBe(20);
});

test("the card is as old as the older data", () => {
  const older = { ...bob, checkedAt: Date.UTC(2026, 10, 20) };
  const dated = seen(versus, anna, "other=Bob", { others: [older], isDated: true });
  expect(wordsOf(dated)).toContain("as of Nov 20, 2026");
});
