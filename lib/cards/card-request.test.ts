import fc from "fast-check";
import { expect, test } from "vitest";
import { fuzzRuns } from "@/e2e/support/long-tests";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { CARDS } from ".";
import type { Card } from "./card";
import { cardHeight, documentKey, isDated, pngScale, readCardRequest } from "./card-request";
import { drawCard } from "./draw-card";
import { recent } from "./recent";
import { share } from "./share";
import { signature } from "./signature";
import { summary } from "./summary";
import { hostile } from "./test-hostile";

const request = (card: Card, search = "") => readCardRequest(card, new URLSearchParams(search));
const player = aPlayer([aGame({ title: "Ant" })]);
const svgOf = (search: string) =>
  drawCard(request(summary, search), { player, isDated: false, image: () => null });

test("two URLs of the same card have the same key", () => {
  const key = (search: string) => request(summary, search).key;
  expect(key("hide=bar,avatar&theme=dark&utm_source=x")).toBe(key("theme=dark&hide=avatar,bar"));
  expect(key("bg=%23FFF&border=1&radius=12")).toBe(key("bg=fff"));
  expect(key("animate=1")).toBe(key("animate=0"));
  expect(key("locale=ja-x-any")).toBe(key("locale=JA"));
  expect(key("theme=dark")).not.toBe(key("theme=light"));
});

test("ignored parameters are part of an SVG's key, and not of a PNG's", () => {
  const [plain, poisoned] = [request(summary), request(summary, "buy_this=1")];
  expect(svgOf("")).not.toBe(svgOf("buy_this=1"));
  expect(documentKey(poisoned, "svg", 1)).not.toBe(documentKey(plain, "svg", 1));
  expect(documentKey(poisoned, "png", 2)).toBe(documentKey(plain, "png", 2));
  expect(documentKey(plain, "png", 2)).not.toBe(documentKey(plain, "png", 3));
  fc.assert(
    fc.property(fc.array(hostile, { maxLength: 30 }), fc.array(hostile), (some, others) => {
      const search = (names: string[]) =>
        new URLSearchParams(names.map((name) => [name, "x"])).toString();
      const [a, b] = [search(some), search(others)];
      const haveOneKey =
        documentKey(request(summary, a), "svg", 1) === documentKey(request(summary, b), "svg", 1);
      expect(svgOf(a) === svgOf(b)).toBe(haveOneKey);
    }),
    { numRuns: fuzzRuns(20) },
  );
});

test("the list of ignored parameters is bounded", () => {
  const names = Array.from({ length: 5000 }, (_, at) => `${at}${"n".repeat(1000)}`);
  const { ignored } = request(summary, `${names.join("=&")}=`);
  expect(ignored).toHaveLength(10);
  expect(Math.max(...ignored.map(({ length }) => length))).toBe(30);
});

test.each(CARDS)("$name has at most four million pixels as PNG", (card) => {
  for (const search of ["", `width=${card.width.max}&count=15`, "width=5000&count=10"]) {
    const asked = request(card, search);
    for (const scale of [1, 2, 3]) {
      const drawn = pngScale(asked, scale);
      const pixels = asked.width * card.height(asked.options, null) * drawn ** 2;
      expect(pixels).toBeLessThanOrEqual(4_000_000);
      expect(drawn === scale || pixels * ((drawn + 1) / drawn) ** 2 > 4_000_000).toBe(true);
    }
  }
});

test("a width is clamped to the card's range, and named if it was outside", () => {
  const read = (search: string) => {
    const { width, options, ignored } = request(summary, search);
    expect(options.width).toBe(width);
    return [width, ...ignored];
  };
  expect(read("")).toEqual([495]);
  expect(read("width=500")).toEqual([500]);
  expect(read("width=380")).toEqual([380]);
  expect(read("width=900")).toEqual([900]);
  expect(read("width=379")).toEqual([380, "width"]);
  expect(read("width=901")).toEqual([900, "width"]);
  expect(read("width=wide")).toEqual([495, "width"]);
});

test("only existing parts can be hidden, others are ignored", () => {
  const read = (search: string) => {
    const { options, ignored } = request(summary, search);
    return [options.hide, ignored];
  };
  expect(read("hide=points,bar")).toEqual([["bar", "points"], []]);
  expect(read("hide=points,years")).toEqual([["points"], ["hide"]]);
  expect(read("hide=years")).toEqual([[], ["hide"]]);
});

test("ignored names are sorted, unique, and fit for a comment", () => {
  const { ignored } = request(summary, "z=1&a=1&z=2&--%3E%3Cscript=1&%E6%BC%A2=1&A_9=1");
  expect(ignored).toEqual(["?", "A_9", "a", "script", "z"]);
  expect(request(summary, `${"n".repeat(31)}=1`).ignored).toEqual(["n".repeat(30)]);
  expect(request(summary, `${"-".repeat(30)}n=1`).ignored).toEqual(["?"]);
});

test("every option is part of the key", () => {
  const searches = [
    ...["", "theme=dark", "bg=123", "ink=123", "soft=123", "line=123", "width=500", "border=0"],
    ...["radius=3", "hide=title", "title=Mine", "locale=de", "count=3"],
  ];
  const keys = searches.map((search) => request(recent, search).key);
  expect(new Set(keys).size).toBe(searches.length);
  expect(request(summary).key).not.toBe(request(recent).key);
  expect(request(recent, "count=5").key).toBe(request(recent).key);
  expect(request(recent, "width=5000").key).toBe(request(recent, "width=900").key);
  expect(request(recent, "hide=years").key).toBe(request(recent).key);
});

test("documents are cached by format: a PNG by its scale, an SVG by its ignored parameters", () => {
  const [plain, noted] = [request(summary), request(summary, "x=1&y=2")];
  const keys = [
    documentKey(plain, "svg", 1),
    documentKey(noted, "svg", 1),
    documentKey(request(summary, "xy=1"), "svg", 1),
    documentKey(plain, "png", 1),
    documentKey(plain, "png", 2),
    documentKey(plain, "png", 3),
  ];
  expect(new Set(keys).size).toBe(keys.length);
  expect(documentKey(plain, "svg", 2)).toBe(documentKey(plain, "svg", 1));
  expect(documentKey(noted, "png", 2)).toBe(documentKey(plain, "png", 2));
});

test("a PNG's scale is limited by its pixels, and is at least 1", () => {
  const scales = (card: Card, search = "") =>
    [1, 2, 3].map((asked) => pngScale(request(card, search), asked));
  expect(scales(signature)).toEqual([1, 2, 3]);
  expect(scales(share)).toEqual([1, 2, 2]);
  expect(scales(recent, "width=900&count=10")).toEqual([1, 2, 2]);
  expect(scales({ ...summary, height: () => 1996 })).toEqual([1, 2, 2]);
  expect(scales({ ...summary, height: () => 1997 })).toEqual([1, 1, 1]);
  expect(scales({ ...summary, height: () => 10_000 })).toEqual([1, 1, 1]);
});

test("data is dated if its refresh failed, or if it is older than a day", () => {
  expect(isDated({ refreshError: null, ageSeconds: 3600 })).toBe(false);
  expect(isDated({ refreshError: null, ageSeconds: 86_400 })).toBe(false);
  expect(isDated({ refreshError: null, ageSeconds: 86_401 })).toBe(true);
  expect(isDated({ refreshError: "unavailable", ageSeconds: 301 })).toBe(true);
});

test("a card's height depends on its content", () => {
  const dataOf = (isDated: boolean) => ({ player, isDated, image: () => null });
  expect(cardHeight(request(recent), dataOf(false))).toBe(116);
  expect(cardHeight(request(recent), dataOf(true))).toBe(140);
  expect(cardHeight(request(share), dataOf(true))).toBe(630);
});
