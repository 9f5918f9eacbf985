import { expect, test } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { searchTitles } from "./search";

const finds = (title: string, query: string) =>
  searchTitles([aGame({ title })], query).length === 1;

test("case and accents do not matter, in the title or in the query", () => {
  expect(finds("Étoile Garden", "etoile")).toBe(true);
  expect(finds("Etoile Garden", "ÉTOILE")).toBe(true);
  expect(finds("Ōkami", "okami")).toBe(true);
});

test("words are found in any order, and as parts of words", () => {
  expect(finds("Legend of the Tin Moth", "moth leg")).toBe(true);
  expect(finds("Legend of the Tin Moth", "moth lamp")).toBe(false);
  expect(finds("Legend of the Tin Moth", "thtin")).toBe(false);
});

test("punctuation does not matter", () => {
  expect(finds("Dr. Null's Rally: X-2", "dr nulls x 2")).toBe(true);
  expect(finds("Dr Nulls Rally", "Dr. Null’s")).toBe(true);
  expect(finds("~Hack~ Moth [Subset - Bonus]", "hack bonus")).toBe(true);
});

test.each([
  ["Ember Saga VII", "ember saga 7"],
  ["Ember Saga 7", "ember saga vii"],
  ["Street Duel II: The World Rookie", "street duel 2"],
  ["Kingdom Moths II Final Mix", "kingdom moths 2 mix"],
  ["Ember Saga X-2", "ember saga 10-2"],
  ["Ember Saga 10", "ember saga x"],
  ["Ember Saga XVIII", "18"],
])("a Roman numeral and its number are the same: %s, %s", (title, query) => {
  expect(finds(title, query)).toBe(true);
});

test("words that contain a numeral are found as before", () => {
  expect(finds("Mega Moth X", "x")).toBe(true);
  expect(finds("Mega Moth X4", "x4")).toBe(true);
  expect(finds("Final Mix", "x")).toBe(true);
  expect(finds("Final Mix", "mix")).toBe(true);
  expect(finds("Final Mix", "mi")).toBe(true);
  expect(finds("Ember Saga VII", "vii")).toBe(true);
  expect(finds("Ember Saga VII", "vi")).toBe(true);
});

test("a numeral matches only its number, and a part of a word is no numeral", () => {
  expect(finds("Ember Saga VII", "ember 8")).toBe(false);
  expect(finds("Ember Saga 17", "vii")).toBe(false);
  expect(finds("Final Mix", "9")).toBe(false);
  expect(finds("Civic Vixen", "6")).toBe(false);
  expect(finds("Ember Saga XXI", "21")).toBe(false);
});

test('an ampersand and "and" are the same', () => {
  expect(finds("Moth & Owl: Superstar Tale", "moth and owl")).toBe(true);
  expect(finds("Moth and Owl", "moth & owl")).toBe(true);
  expect(finds("Moth & Owl", "moth & owl")).toBe(true);
  expect(finds("Moth&Owl", "moth and owl")).toBe(true);
  expect(finds("Moth Owl", "moth and owl")).toBe(false);
});

test("an empty query finds everything", () => expect(finds("Anything", "  ")).toBe(true));

test("a query of nothing but punctuation finds everything", () => {
  expect(finds("Anything", "!?")).toBe(true);
});
