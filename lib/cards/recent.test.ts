import { expect, test } from "vitest";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { readCardRequest } from "./card-request";
import { recent } from "./recent";
import { marksOf, seen, textOf, wordsOf } from "./test-reader";

const GAMES = Array.from({ length: 12 }, (_, at) =>
  aGame({
    title: `Game ${at + 1}`,
    iconPath: `/Images/${at + 1}.png`,
    mostRecentAwardedAt: 1_700_000_000 - at * 1000,
  }),
);
const player = aPlayer(GAMES);
const titlesOf = (search: string) =>
  marksOf(seen(recent, player, search), "text")
    .filter(({ face }) => face === "bold")
    .map(({ text }) => text);

test("games are sorted newest first", () => {
  const card = seen(recent, player);
  const titles = marksOf(card, "text").filter(({ face }) => face === "bold");
  expect(titles.map(({ text, y }) => `${text} at ${y}`)).toEqual([
    "Game 1 at 70",
    "Game 2 at 120",
    "Game 3 at 170",
    "Game 4 at 220",
    "Game 5 at 270",
  ]);
  const icons = marksOf(card, "image").map(({ source, y }) => `${source} at ${y}`);
  expect(icons.slice(0, 2)).toEqual(["/Images/1.png at 54", "/Images/2.png at 104"]);
});

test("count is 1 to 10, and sets the height", () => {
  expect(titlesOf("count=1")).toEqual(["Game 1"]);
  expect(titlesOf("count=10")).toHaveLength(10);
  for (const count of ["0", "11", "2.5", "x", ""]) {
    expect(titlesOf(`count=${count}`), count).toHaveLength(5);
    expect(seen(recent, player, `count=${count}`).comment).toBe("Left out: count");
  }
  expect(seen(recent, player, "count=1").height).toBe(116);
  expect(seen(recent, player, "count=10").height).toBe(566);
});

test("images are those shown", () => {
  const { options } = readCardRequest(recent, new URLSearchParams("count=2"));
  const images = recent.images({ player, isDated: false, image: () => null }, options);
  expect(images).toEqual(["/Images/1.png", "/Images/2.png"]);
});

test("the heading is the player's name, a custom title, or hidden", () => {
  expect(textOf(seen(recent, player), "Anna: Newest games")).toMatchObject({ x: 20, y: 36 });
  expect(wordsOf(seen(recent, player, "title=Lately"))[0]).toBe("Lately");
  expect(wordsOf(seen(recent, player, "hide=title"))[0]).toBe("Game 1");
  const [long] = marksOf(seen(recent, player, `title=${"W".repeat(60)}`), "text");
  expect(long?.text).toMatch(/^W+…$/);
  expect((long?.x ?? 0) + (long?.width ?? 0)).toBeLessThanOrEqual(475);
});

test("its description lists its content", () => {
  expect(seen(recent, player, "count=2").description).toBe("Newest games: Game 1; Game 2.");
  expect(seen(recent, aPlayer([])).description).toBe("No games yet.");
  expect(wordsOf(seen(recent, aPlayer([])))).toEqual(["Anna: Newest games", "No games yet."]);
  expect(wordsOf(seen(recent, player))).not.toContain("No games yet.");
});
