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

test("punctuation does not stand between a searcher and a title", () => {
  expect(finds("Dr. Null's Rally: X-2", "dr nulls x 2")).toBe(true);
  expect(finds("Dr Nulls Rally", "Dr. Null’s")).toBe(true);
  expect(finds("~Hack~ Moth [Subset - Bonus]", "hack bonus")).toBe(true);
});

test("an empty query finds everything", () => expect(finds("Anything", "  ")).toBe(true));

test("a query of nothing but punctuation finds everything", () => {
  expect(finds("Anything", "!?")).toBe(true);
});
