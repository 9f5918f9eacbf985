import { expect, test } from "vitest";
import { CARDS, parseCardFile } from ".";
import { fixedSize } from "./card-request";

test("a file name is a card's name and a format", () => {
  for (const { name, argument } of CARDS) {
    if (argument) continue;
    for (const format of ["svg", "png"]) {
      const found = parseCardFile(`${name}.${format}`);
      expect(found).toMatchObject({ card: { name }, format, parameters: {} });
      expect(found?.parameters).toStrictEqual({});
    }
  }
});

test("a game's file name has the game's id, and no other does", () => {
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

test("a year's file name has the year, also for the link preview", () => {
  expect(parseCardFile("year-2026.svg")).toMatchObject({
    card: { name: "year" },
    format: "svg",
    parameters: { year: "2026" },
  });
  expect(parseCardFile("share-2026.png")).toMatchObject({
    card: { name: "share-year" },
    format: "png",
    parameters: { year: "2026" },
  });
  expect(parseCardFile("share.png")).toMatchObject({ card: { name: "share" }, parameters: {} });
  expect(parseCardFile("story.png")).toMatchObject({ card: { name: "story" }, parameters: {} });
  expect(parseCardFile("story-2026.png")).toMatchObject({
    card: { name: "story-year" },
    parameters: { year: "2026" },
  });
  for (const file of [
    ...["year.svg", "year-.svg", "year-0.svg", "year-0999.svg", "year-20261.svg", "year-26.svg"],
    ...["year-2026-1.svg", "year-2026x.svg", "share-20261.png", "share-0.png", "share-year.png"],
    ...["shareyear-2026.png", "share-year-2026.png"],
  ]) {
    expect(parseCardFile(file), file).toBeNull();
  }
});

test("a comparison's file name has the other user", () => {
  for (const other of ["Bob", "ab", "x".repeat(20), "01HDEM0AMP11GHTERX0000Z7Q1"]) {
    expect(parseCardFile(`versus-${other}.png`), other).toMatchObject({
      card: { name: "versus" },
      parameters: { other },
    });
  }
  for (const other of ["x", "x!", "x y", "x".repeat(21), "x".repeat(27), "a-b", "../x", "é1"]) {
    expect(parseCardFile(`versus-${other}.svg`), other).toBeNull();
  }
});

test("unknown names and formats are not cards", () => {
  for (const file of [
    ...["", ".svg", "summary", "summary.", "summary.gif", "summary.svgz", "summary.svg.png"],
    ...["Summary.svg", "/summary.svg", "xsummary.svg", "summaryxsvg", "none.svg", "summary.svg\n"],
  ]) {
    expect(parseCardFile(file), file).toBeNull();
  }
});

test("every card has a name, a label and a description of its own", () => {
  expect(CARDS.length).toBeGreaterThan(1);
  for (const field of ["name", "label", "about"] as const) {
    const texts = CARDS.map((card) => card[field]);
    expect(new Set(texts).size, field).toBe(CARDS.length);
  }
  for (const { label, about } of CARDS) {
    expect(label, label).toMatch(/^[A-Z][A-Za-z ]{2,20}$/);
    // One line below the label.
    expect(about, label).toMatch(/^[A-Z].{10,44}[^.]$/);
  }
});

test("cards are known by the names that players read in the card builder", () => {
  const named = CARDS.map((card) => {
    const size = fixedSize(card);
    return `${card.name}: ${card.label}${size === null ? "" : ` (${size})`}`;
  });
  expect(named).toEqual(
    expect.arrayContaining([
      "summary: Summary",
      "lately: Recent activity",
      "signature: Signature (468×60)",
      "share: Link preview (1200×630)",
      "share-year: Year link preview (1200×630)",
    ]),
  );
});
