import { expect, test } from "vitest";
import { sortTitle } from "./sort-title";

test.each([
  ["Castle Saga IV", "castle saga 00004"],
  ["Castle Saga XX: End", "castle saga 00020 end"],
  ["Castle Saga II & III", "castle saga 00002 00003"],
  ["Castle Saga II (Beta)", "castle saga 00002beta"],
  ["Castle Saga X-3", "castle saga 00010-00003"],
  ["Castle Saga II Remix", "castle saga ii remix"],
  ["Castle Saga XXI", "castle saga xxi"],
  ["Castle Saga XXI (Beta)", "castle saga xxibeta"],
  ["Castle Saga XXI & Co", "castle saga xxi co"],
  ["Castle Saga X-007", "castle saga 00010-00007"],
  ["Castle Saga ii ", "castle saga 00002"],
  ["Vixen: Tales", "vixen tales"],
  ["Castle Saga I", "castle saga 00001"],
  ["Castle Saga I-1001", "castle saga 00001-01001"],
])("Roman numerals: %s", (title, key) => expect(sortTitle(title)).toBe(key));

test.each([
  ["Racer 2", "racer 00002"],
  ["007 Racer", "0000007 racer"],
  ["Racer 12345", "racer 12345"],
  ["Racer 1234567", "racer 1234567"],
  ["Racer 0", "racer 00000"],
  ["Racer 000007", "racer 0000000007"],
  ["Racer 00012", "racer 00012"],
])("digits: %s", (title, key) => expect(sortTitle(title)).toBe(key));

test.each([
  ["The Lamp", "lamp"],
  ["An Owl", "owl"],
  ["A-Lamp", "a-lamp"],
  ["Lamp, The", "lamp"],
  ["Lamp, The: Wick", "lamp wick"],
  ["Lamp, The - Wick", "lamp - wick"],
  ["Lamp, the Owl and the Moth", "lamp owl and the moth"],
  ["Lamp, The: Owl, a Tale", "lamp the owl tale"],
  ["A: Lamp", "lamp"],
  ["  The Lamp", "lamp"],
  ["The", ""],
  ["Theatre", "theatre"],
])("articles: %s", (title, key) => expect(sortTitle(title)).toBe(key));

test("accents and punctuation are removed; dashes, tildes and spaces stay", () => {
  expect(sortTitle("Élan & Ōtter's Day!")).toBe("elan  otters day");
  expect(sortTitle("Puyo~n R-Type")).toBe("puyo~n r-type");
});

test("characters are composed again after accents are removed", () => {
  expect(sortTitle("가나다")).toBe("가나다");
});

test("the ends are trimmed", () => {
  expect(sortTitle("Lamp !")).toBe("lamp");
  expect(sortTitle("~Hack~")).toBe("zzzz{hack");
});

test("tagged games come last, grouped by tag", () => {
  expect(sortTitle("~Hack~ The Lamp II")).toBe("zzzz{hack lamp 00002");
  const titles = ["~Homebrew~ Ant", "Zebra", "~Hack~ Bee"];
  expect(titles.map(sortTitle).sort()).toEqual(["zebra", "zzzz{hack bee", "zzzz{homebrew ant"]);
});
