import { expect, test } from "vitest";
import { isRightToLeft, isSteering, visualOrder } from "./direction";

const seen = (text: string) => visualOrder([...text]).join("");

test("a text from left to right stands as it is read", () => {
  expect(seen("Owl (2) レトロ 🎮")).toBe("Owl (2) レトロ 🎮");
  expect(seen("")).toBe("");
});

test("Hebrew stands from right to left, its numbers and Latin words from left to right", () => {
  expect(seen("אבג")).toBe("גבא");
  expect(seen("אב 123 גד")).toBe("דג 123 בא");
  expect(seen("אב Owl")).toBe("Owl בא");
});

test("brackets open to the side that is read first", () => {
  expect(seen("אב (גד)")).toBe("(דג) בא");
});

test("the first letter with a direction gives the text's", () => {
  expect(seen("Owl אב 2")).toBe("Owl 2 בא");
  expect(seen("2 אב Owl")).toBe("Owl בא 2");
});

test("Arabic is joined before it is turned", () => {
  expect(seen("باب")).toBe("\ufe8f\ufe8e\ufe91");
});

test("a letter of two units is not torn", () => {
  expect(seen("א🎮ב")).toBe("ב🎮א");
  expect(visualOrder(["א", "กี่", "ב"])).toEqual(["ב", "กี่", "א"]);
  expect(seen("א𠮷𠀋ב")).toBe("ב𠮷𠀋א");
});

test("what steers letters is followed, and not drawn", () => {
  expect(seen("22\u200f/11\u200f/2026\u200f א")).toBe("א 2026/11/22");
  expect(seen("a\u200eb\u200cc")).toBe("abc");
  expect([..."\u200c\u200e\u200f\u061c"].every(isSteering)).toBe(true);
  expect([..."a\u200bא "].some(isSteering)).toBe(false);
});

test("letters that are read from right to left are known", () => {
  expect([..."אب٣ﺏ"].every(isRightToLeft)).toBe(true);
  expect([..."aЖ漢ก1 "].some(isRightToLeft)).toBe(false);
});
