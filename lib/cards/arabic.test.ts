import { expect, test } from "vitest";
import { canBeJoined, joinArabic } from "./arabic";

/** The codes of letters as they are joined. */
const joined = (text: string) =>
  joinArabic([...text]).map((form) => form.codePointAt(0)?.toString(16));

test("a letter has the form that its neighbours ask for: alone, last, first, between", () => {
  expect(joined("ب")).toEqual(["fe8f"]);
  expect(joined("ببب")).toEqual(["fe91", "fe92", "fe90"]);
  expect(joined("بب ب")).toEqual(["fe91", "fe90", "20", "fe8f"]);
});

test("a letter that joins nothing after it ends what is joined", () => {
  // Alef joins what is before it only, hamza nothing.
  expect(joined("باب")).toEqual(["fe91", "fe8e", "fe8f"]);
  expect(joined("بءب")).toEqual(["fe8f", "fe80", "fe8f"]);
});

test("lam and an alef after it are one letter", () => {
  expect(joined("لا")).toEqual(["fefb"]);
  expect(joined("بلأب")).toEqual(["fe91", "fef8", "fe8f"]);
});

test("letters of Persian and Urdu are joined too, and are parted where they are told to be", () => {
  expect(joined("پی")).toEqual(["fb58", "fbfd"]);
  expect(joined("می\u200cشود").slice(0, 4)).toEqual(["fee3", "fbfd", "200c", "feb7"]);
});

test("a line between letters joins both", () => {
  expect(joined("بـب")).toEqual(["fe91", "640", "fe90"]);
});

test("what is not Arabic is left as it is, and parts letters", () => {
  expect(joined("ب-1ب")).toEqual(["fe8f", "2d", "31", "fe8f"]);
  expect(joinArabic([])).toEqual([]);
});

test("a letter without forms of its own cannot be joined, everything else can", () => {
  for (const letter of ["ب", "ء", "٣", "،", "a", "漢"]) expect(canBeJoined(letter)).toBe(true);
  for (const letter of ["ݐ", "ࢠ"]) expect(canBeJoined(letter)).toBe(false);
});
