import { expect, test } from "vitest";
import { z } from "zod";
import { commonOptions, readOptions } from "./options";

const read = (search: string) => readOptions(commonOptions, new URLSearchParams(search));

/** An option's parsed value, or that it is invalid. */
function readAs(name: keyof typeof commonOptions, value: string): unknown {
  const { options, ignored } = read(new URLSearchParams({ [name]: value }).toString());
  if (ignored.length === 0) return options[name];
  expect(ignored).toEqual([name]);
  expect(options[name]).toEqual(read("").options[name]);
  return "bad";
}

test("without options all defaults apply, and nothing is ignored", () => {
  expect(read("")).toEqual({
    options: {
      theme: "auto",
      bg: undefined,
      ink: undefined,
      soft: undefined,
      line: undefined,
      width: undefined,
      border: true,
      radius: 12,
      hide: [],
      title: undefined,
      animate: false,
      locale: "en",
    },
    ignored: [],
  });
});

test.each(["bg", "ink", "soft", "line"] as const)(
  "%s is a colour of three, six or eight digits",
  (name) => {
    expect(readAs(name, "aBc")).toBe("#abc");
    expect(readAs(name, "#A0B1C2")).toBe("#a0b1c2");
    expect(readAs(name, "a0b1c280")).toBe("#a0b1c280");
    for (const bad of [
      "",
      "transparen",
      "ab",
      "abcd",
      "abcde",
      "abcdefa",
      "ggg",
      "##abc",
      "xabc",
      "abcx",
      "red",
    ]) {
      expect(readAs(name, bad), bad).toBe("bad");
    }
  },
);

test("only the background may be transparent", () => {
  expect(readAs("bg", "transparent")).toBe("none");
  expect(readAs("ink", "transparent")).toBe("bad");
});

test.each(["border", "animate"] as const)("%s is 0 or 1", (name) => {
  expect(readAs(name, "0")).toBe(false);
  expect(readAs(name, "1")).toBe(true);
  for (const bad of ["", "2", "true"]) expect(readAs(name, bad), bad).toBe("bad");
});

test("a radius is a whole number of pixels up to 40", () => {
  expect(readAs("radius", "0")).toBe(0);
  expect(readAs("radius", "40")).toBe(40);
  for (const bad of ["-1", "41", "1.5", "x"]) expect(readAs("radius", bad), bad).toBe("bad");
});

test("a width is a whole number", () => {
  expect(readAs("width", "600")).toBe(600);
  for (const bad of ["1.5", "x", "Infinity"]) expect(readAs("width", bad), bad).toBe("bad");
});

test("hidden parts are lower case, comma-separated, sorted and unique", () => {
  expect(readAs("hide", "title,bar,,title,")).toEqual(["bar", "title"]);
  expect(readAs("hide", "")).toEqual([]);
  expect(readAs("hide", "a".repeat(60))).toEqual(["a".repeat(60)]);
  for (const bad of ["a".repeat(61), "Title", "a b", "a;b", "1"]) {
    expect(readAs("hide", bad), bad).toBe("bad");
  }
});

test("a title has at most 60 characters", () => {
  expect(readAs("title", "A title, <b>")).toBe("A title, <b>");
  expect(readAs("title", "t".repeat(60))).toBe("t".repeat(60));
  expect(readAs("title", "t".repeat(61))).toBe("bad");
});

test("a locale must be drawable", () => {
  expect(readAs("locale", "DE-at")).toBe("de-AT");
  for (const bad of ["hi", "xx", "", `de-x-${"a".repeat(31)}`]) {
    expect(readAs("locale", bad), bad).toBe("bad");
  }
});

test("a theme must exist", () => {
  expect(readAs("theme", "pocket")).toBe("pocket");
  for (const bad of ["", "Dark", "toString"]) expect(readAs("theme", bad), bad).toBe("bad");
});

test("only the first of several values counts", () => {
  expect(read("radius=3&radius=4").options.radius).toBe(3);
  expect(read("radius=x&radius=4")).toMatchObject({ options: { radius: 12 }, ignored: ["radius"] });
});

test("unknown options are named once, after invalid ones", () => {
  expect(read("x=1&theme=neon&y=&x=2&constructor=1").ignored).toEqual([
    "theme",
    "x",
    "y",
    "constructor",
  ]);
});

test("a card's own option has its own schema", () => {
  const shape = { count: z.coerce.number().int().max(3).default(2) };
  expect(readOptions(shape, new URLSearchParams("count=3"))).toEqual({
    options: { count: 3 },
    ignored: [],
  });
  expect(readOptions(shape, new URLSearchParams("count=4&theme=dark"))).toEqual({
    options: { count: 2 },
    ignored: ["count", "theme"],
  });
});
