import { expect, test } from "vitest";
import { CARDS, parseCardFile } from ".";

test("a file's name is a card's name and a format", () => {
  for (const { name } of CARDS) {
    if (name === "game") continue;
    for (const format of ["svg", "png"]) {
      const found = parseCardFile(`${name}.${format}`);
      expect(found).toMatchObject({ card: { name }, format, parameters: {} });
      expect(found?.parameters).toStrictEqual({});
    }
  }
});

test("a game's file names the game, and no other card's file a number", () => {
  expect(parseCardFile("game-7.svg")?.parameters).toEqual({ id: "7" });
  expect(parseCardFile("game-123456789.png")).toMatchObject({
    card: { name: "game" },
    format: "png",
    parameters: { id: "123456789" },
  });
  for (const file of [
    ...["game.svg", "game-.svg", "game-0.svg", "game-01.svg", "game-1234567890.svg", "game-1x.svg"],
    ...["recent-5.svg", "summary-1.png", "-1.svg"],
  ]) {
    expect(parseCardFile(file), file).toBeNull();
  }
});

test("what is no card's name or no format is no card", () => {
  for (const file of [
    ...["", ".svg", "summary", "summary.", "summary.gif", "summary.svgz", "summary.svg.png"],
    ...["Summary.svg", "/summary.svg", "xsummary.svg", "summaryxsvg", "none.svg", "summary.svg\n"],
  ]) {
    expect(parseCardFile(file), file).toBeNull();
  }
});

test("no two cards have one name, and each says what it is about", () => {
  expect(new Set(CARDS.map(({ name }) => name)).size).toBe(10);
  expect(new Set(CARDS.map(({ about }) => about)).size).toBe(10);
  for (const { about } of CARDS) expect(about.length).toBeGreaterThan(10);
});
