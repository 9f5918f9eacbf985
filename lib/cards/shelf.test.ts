import { expect, test } from "vitest";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { UNKNOWN_TIME } from "@/lib/times/game-time";
import { needsSite, readCardRequest } from "./card-request";
import { shelf } from "./shelf";
import { marksOf, seen, wordsOf } from "./test-reader";

const mastered = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    aGame({
      id: at + 1,
      title: `Owl ${at + 1}`,
      iconPath: `/Images/${at + 1}.png`,
      highestAwardKind: "mastered",
      highestAwardAt: 1000 - at,
    }),
  );
const player = aPlayer(mastered(20));
const iconsOf = (search: string) => marksOf(seen(shelf, player, search), "image");

test("ten masteries are on two boards of five", () => {
  const icons = iconsOf("");
  expect(icons.map(({ source }) => source)).toEqual(
    Array.from({ length: 10 }, (_, at) => `/Images/${at + 1}.png`),
  );
  const rows = new Set(icons.map(({ y }) => y));
  expect(rows.size).toBe(2);
  expect(icons.filter(({ y }) => y === icons[0]?.y)).toHaveLength(5);
});

test("count is up to twelve, in a case as wide as the card", () => {
  for (const search of ["width=320&count=12", "count=12", "width=900&count=12", "count=1"]) {
    const card = seen(shelf, player, search);
    const icons = marksOf(card, "image");
    expect(icons, search).toHaveLength(search === "count=1" ? 1 : 12);
    for (const { x, y, width, height } of icons) {
      expect(x).toBeGreaterThan(30);
      expect(x + width).toBeLessThan(card.width - 30);
      expect(y + height).toBeLessThan(card.height - 30);
    }
  }
  expect(iconsOf("count=13")).toHaveLength(10);
});

test("chosen games keep their order, each once", () => {
  expect(iconsOf("shelf=7,3,7").map(({ source }) => source)).toEqual([
    "/Images/7.png",
    "/Images/3.png",
  ]);
  for (const bad of ["7;3", "0", "x", Array.from({ length: 13 }, (_, at) => at + 1).join()]) {
    const request = readCardRequest(shelf, new URLSearchParams({ shelf: bad }));
    expect(request.ignored, bad).toEqual(["shelf"]);
  }
});

test("only masteries are lit", () => {
  const lit = (games: ReturnType<typeof mastered>) =>
    marksOf(seen(shelf, aPlayer(games)), "circle").length;
  expect(lit(mastered(3))).toBe(3);
  expect(lit(mastered(3).map((game) => ({ ...game, highestAwardKind: "completed" })))).toBe(0);
  expect(lit([])).toBe(0);
});

test("its description lists the games, or says that the case is empty", () => {
  expect(wordsOf(seen(shelf, player))).toEqual(["Anna: Latest masteries"]);
  expect(seen(shelf, player, "count=2").description).toBe("Latest masteries: Owl 1; Owl 2.");
  const empty = seen(shelf, aPlayer([]));
  expect(wordsOf(empty)).toEqual(["Anna: The shelf", "The first mastery goes here."]);
  expect(empty.description).toBe("The first mastery goes here.");
  expect(wordsOf(seen(shelf, player, "hide=title"))).toEqual([]);
  expect(wordsOf(seen(shelf, player, "title=Mine"))).toEqual(["Mine"]);
});

test("the rarest masteries are on it on request, unless games are chosen", () => {
  const whole = mastered(3).map((game) => ({ ...game, maxPossible: 5 }));
  const times = new Map(
    [30, 10, 20].map((timesMastered, at) => [
      at + 1,
      { ...UNKNOWN_TIME, gameId: at + 1, timesMastered, playersHardcore: 100 },
    ]),
  );
  const of = (search: string) => {
    const card = seen(shelf, aPlayer(whole), search, { times });
    return [wordsOf(card)[0], ...marksOf(card, "image").map(({ source }) => source)];
  };
  const [one, two, three] = [1, 2, 3].map((id) => `/Images/${id}.png`);
  expect(of("games=rarest")).toEqual(["Anna: Rarest masteries", two, three, one]);
  // As on the page.
  expect(of("shelf=rarest")).toEqual(of("games=rarest"));
  expect(of("games=rarest&count=1")).toEqual(["Anna: Rarest masteries", two]);
  expect(of("")).toEqual(["Anna: Latest masteries", one, two, three]);
  expect(of("games=rarest&shelf=3,1")).toEqual(["Anna: The shelf", three, one]);
});

test("it needs a site for the rarest masteries alone", () => {
  const needs = (search: string) => needsSite(readCardRequest(shelf, new URLSearchParams(search)));
  expect(["games=rarest", "shelf=rarest", "", "games=rarest&shelf=1"].map(needs)).toEqual([
    ...[true, true, false, false],
  ]);
});
