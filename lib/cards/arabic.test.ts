import { expect, test } from "vitest";
import { canBeJoined, joinArabic } from "./arabic";

/** Code points of joined letters. */
const joined = (text: string) =>
  joinArabic([...text]).map((form) => form.codePointAt(0)?.toString(16));

test("a letter's form depends on its neighbours: isolated, final, initial, medial", () => {
  expect(joined("ب")).toEqual(["fe8f"]);
  expect(joined("ببب")).toEqual(["fe91", "fe92", "fe90"]);
  expect(joined("بب ب")).toEqual(["fe91", "fe90", "20", "fe8f"]);
});

test("a letter that does not join the next one ends the join", () => {
  // Alef joins only the previous letter, hamza none.
  expect(joined("باب")).toEqual(["fe91", "fe8e", "fe8f"]);
  expect(joined("بءب")).toEqual(["fe8f", "fe80", "fe8f"]);
});

test("lam and alef form a ligature", () => {
  expect(joined("لا")).toEqual(["fefb"]);
  expect(joined("بلأب")).toEqual(["fe91", "fef8", "fe8f"]);
});

test("letters of Persian and Urdu join too, except at a non-joiner", () => {
  expect(joined("پی")).toEqual(["fb58", "fbfd"]);
  expect(joined("می\u200cشود").slice(0, 4)).toEqual(["fee3", "fbfd", "200c", "feb7"]);
});

test("tatweel joins both neighbours", () => {
  expect(joined("بـب")).toEqual(["fe91", "640", "fe90"]);
});

test("other scripts are unchanged and end a join", () => {
  expect(joined("ب-1ب")).toEqual(["fe8f", "2d", "31", "fe8f"]);
  expect(joinArabic([])).toEqual([]);
});

test("a letter without presentation forms cannot be joined", () => {
  for (const letter of ["ب", "ء", "٣", "،", "a", "漢"]) expect(canBeJoined(letter)).toBe(true);
  for (const letter of ["ݐ", "ࢠ"]) expect(canBeJoined(letter)).toBe(false);
});
