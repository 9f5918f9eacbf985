import { expect, test } from "vitest";
import { isWritable, lettersOf } from "./letters";

/** Whether a font has a character: Latin, Thai, Arabic and a little more. */
const has = (character: string) => /[ -~é\u0e01-\u0e7f\u0600-\u06ff…漢🎮]/u.test(character);
const written = (text: string) => lettersOf(text, has).join("");

test("drawable text is split into letters, with single spaces", () => {
  expect(lettersOf("Owl 2", has)).toEqual(["O", "w", "l", " ", "2"]);
  expect(written("  é \n漢  ")).toBe("é 漢");
  expect(written("")).toBe("");
  expect(written(" a")).toBe("a");
});

test("marks, joiners and control characters are dropped, except for joining and direction", () => {
  expect(written("a\u0332\u0000\u200d漢\ufe0f")).toBe("a漢");
  expect(written("é\u200f漢")).toBe("é\u200f漢");
  expect(lettersOf("กี่", has)).toEqual(["กี่"]);
});

test("undrawable text is replaced by its script's name, once per run", () => {
  expect(written("खेल पुराना 2")).toBe("[Devanagari] 2");
  expect(written("Owl ქართული")).toBe("Owl [Georgian]");
  expect(written("Owl ⸙ 2")).toBe("Owl […] 2");
  expect(written("ქ a ქ")).toBe("[Georgian] a [Georgian]");
});

test("a text with kana is Japanese, also with Han characters, and is reported", () => {
  const reported: string[] = [];
  const latin = (character: string) => /[\p{Script=Latin} ]/u.test(character);
  const letters = (text: string) =>
    lettersOf(text, latin, (given) => reported.push(given)).join("");
  expect(letters("星のカービィ Éa")).toBe("[Japanese] Éa");
  expect(letters("国剑 a")).toBe("[Han] a");
  expect(letters("Éa")).toBe("Éa");
  expect(reported).toEqual(["星のカービィ Éa", "国剑 a"]);
});

test("an Arabic letter that cannot be joined is named, and presentation forms become letters", () => {
  expect(written("ݐ")).toBe("[Arabic]");
  expect(written("\ufe91\ufe8e")).toBe("با");
});

test("a Thai mark without a letter is not drawn", () => {
  expect(written("a\u0e34 b")).toBe("a[Thai] b");
});

test("a text is writable if all of it is drawable", () => {
  expect(isWritable("é 漢\u202f1 กี่ باب\u200f", has)).toBe(true);
  for (const text of ["é ქ", "ݐ", "a\u0e34"]) expect(isWritable(text, has), text).toBe(false);
});
