import { expect, test } from "vitest";
import { isRightToLeft, isSteering, visualOrder } from "./direction";

const seen = (text: string) => visualOrder([...text]).join("");

test("left-to-right text keeps its order", () => {
  expect(seen("Owl (2) レトロ 🎮")).toBe("Owl (2) レトロ 🎮");
  expect(seen("")).toBe("");
});

test("Hebrew is reversed, except for numbers and Latin words in it", () => {
  expect(seen("אבג")).toBe("גבא");
  expect(seen("אב 123 גד")).toBe("דג 123 בא");
  expect(seen("אב Owl")).toBe("Owl בא");
});

test("brackets are mirrored in right-to-left text", () => {
  expect(seen("אב (גד)")).toBe("(דג) בא");
});

test("the first letter with a direction sets the text's direction", () => {
  expect(seen("Owl אב 2")).toBe("Owl 2 בא");
  expect(seen("2 אב Owl")).toBe("Owl בא 2");
});

test("Arabic is joined before it is reordered", () => {
  expect(seen("باب")).toBe("\ufe8f\ufe8e\ufe91");
});

test("a surrogate pair stays together", () => {
  expect(seen("א🎮ב")).toBe("ב🎮א");
  expect(visualOrder(["א", "กี่", "ב"])).toEqual(["ב", "กี่", "א"]);
  expect(seen("א𠮷𠀋ב")).toBe("ב𠮷𠀋א");
});

test("control characters take effect and are not drawn", () => {
  expect(seen("22\u200f/11\u200f/2026\u200f א")).toBe("א 2026/11/22");
  expect(seen("a\u200eb\u200cc")).toBe("abc");
  expect([..."\u200c\u200e\u200f\u061c"].every(isSteering)).toBe(true);
  expect([..."a\u200bא "].some(isSteering)).toBe(false);
});

test("right-to-left letters are recognized", () => {
  expect([..."אب٣ﺏ"].every(isRightToLeft)).toBe(true);
  expect([..."aЖ漢ก1 "].some(isRightToLeft)).toBe(false);
});
