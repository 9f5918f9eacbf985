import fc from "fast-check";
import { expect, test } from "vitest";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { fuzzRuns } from "@/lib/test-runs";
import { CARDS } from ".";
import type { Card } from "./card";
import { cardHeight, documentKey, isDated, pngScale, readCardRequest } from "./card-request";
import { drawCard, drawMessage } from "./draw-card";
import { overlay } from "./overlay";
import { recent } from "./recent";
import { share } from "./share";
import { signature } from "./signature";
import { summary } from "./summary";
import { hostile } from "./test-hostile";
import { marksOf, readCard, seen, textOf, wordsOf } from "./test-reader";
import { THEMES } from "./themes";

const request = (card: Card, search = "") => readCardRequest(card, new URLSearchParams(search));
const player = aPlayer([aGame({ title: "Ant" })]);
const svgOf = (search: string) =>
  drawCard(request(summary, search), { player, isDated: false, image: () => null });

test("a bad or unknown option is its default, and is named in a comment", () => {
  const svg = svgOf("theme=neon&colour=red&width=5000");
  expect(svg).toContain("<!-- Left out: colour, theme, width -->");
  expect(svg).toContain('width="900"');
  expect(svgOf("locale=hi")).toContain("<!-- Left out: locale -->");
  expect(svgOf("locale=ru")).not.toContain("<!--");
});

test("two URLs that mean the same card have one key", () => {
  const key = (search: string) => request(summary, search).key;
  expect(key("hide=bar,avatar&theme=dark&utm_source=x")).toBe(key("theme=dark&hide=avatar,bar"));
  expect(key("bg=%23FFF&border=1&radius=12")).toBe(key("bg=fff"));
  expect(key("animate=1")).toBe(key("animate=0"));
  expect(key("locale=ja-x-any")).toBe(key("locale=JA"));
  expect(key("theme=dark")).not.toBe(key("theme=light"));
});

test("what an SVG names as left out is part of its key, and no part of a PNG's", () => {
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

test("what is named as left out is little, however much is", () => {
  const names = Array.from({ length: 5000 }, (_, at) => `${at}${"n".repeat(1000)}`);
  const { ignored } = request(summary, `${names.join("=&")}=`);
  expect(ignored).toHaveLength(10);
  expect(Math.max(...ignored.map(({ length }) => length))).toBe(30);
});

test.each(CARDS)("$name is never more than four million pixels as PNG", (card) => {
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

test("a width is what is asked for, within what the card allows, and a bound is named", () => {
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

test("only parts that the card has can be hidden, others are named", () => {
  const read = (search: string) => {
    const { options, ignored } = request(summary, search);
    return [options.hide, ignored];
  };
  expect(read("hide=points,bar")).toEqual([["bar", "points"], []]);
  expect(read("hide=points,years")).toEqual([["points"], ["hide"]]);
  expect(read("hide=years")).toEqual([[], ["hide"]]);
});

test("what is left out is named in order, each once, in letters that a comment can hold", () => {
  const { ignored } = request(summary, "z=1&a=1&z=2&--%3E%3Cscript=1&%E6%BC%A2=1&A_9=1");
  expect(ignored).toEqual(["?", "A_9", "a", "script", "z"]);
  expect(request(summary, `${"n".repeat(31)}=1`).ignored).toEqual(["n".repeat(30)]);
  expect(request(summary, `${"-".repeat(30)}n=1`).ignored).toEqual(["?"]);
});

test("every option of a card is a part of its key", () => {
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

test("a PNG is kept by its scale, an SVG by what it names as left out, and each by its format", () => {
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

test("a PNG is as large as asked for, as far as its pixels go, and never smaller than its card", () => {
  const scales = (card: Card, search = "") =>
    [1, 2, 3].map((asked) => pngScale(request(card, search), asked));
  expect(scales(signature)).toEqual([1, 2, 3]);
  expect(scales(share)).toEqual([1, 2, 2]);
  expect(scales(recent, "width=900&count=10")).toEqual([1, 2, 2]);
  expect(scales({ ...summary, height: () => 1996 })).toEqual([1, 2, 2]);
  expect(scales({ ...summary, height: () => 1997 })).toEqual([1, 1, 1]);
  expect(scales({ ...summary, height: () => 10_000 })).toEqual([1, 1, 1]);
});

test("a card that carries its date has a line more for it, at the right of its foot", () => {
  const old = seen(summary, player, "width=400", { isDated: true });
  const date = textOf(old, "as of Nov 24, 2026");
  expect(date).toMatchObject({ y: 202, size: 11, fill: "var(--soft)" });
  expect(date.x + date.width).toBeCloseTo(380, 1);
  expect(old.height).toBe(seen(summary, player).height + 24);
  const low = seen(recent, player, "", { isDated: true });
  expect(low.height).toBe(140);
  expect(textOf(low, "as of Nov 24, 2026").y).toBe(123);
});

test("a card that has a size of its own carries its date within it", () => {
  for (const card of [signature, share, overlay]) {
    const [dated, other] = [true, false].map((isDated) => seen(card, player, "", { isDated }));
    expect(dated?.height).toBe(other?.height);
  }
});

test("the date is that of data which could not be had anew, or is older than a day", () => {
  expect(isDated({ refreshError: null, ageSeconds: 3600 })).toBe(false);
  expect(isDated({ refreshError: null, ageSeconds: 86_400 })).toBe(false);
  expect(isDated({ refreshError: null, ageSeconds: 86_401 })).toBe(true);
  expect(isDated({ refreshError: "unavailable", ageSeconds: 301 })).toBe(true);
});

test("a card's height is that of what it shows", () => {
  const dataOf = (isDated: boolean) => ({ player, isDated, image: () => null });
  expect(cardHeight(request(recent), dataOf(false))).toBe(116);
  expect(cardHeight(request(recent), dataOf(true))).toBe(140);
  expect(cardHeight(request(share), dataOf(true))).toBe(630);
});

test("what is hidden is not drawn, and nothing else", () => {
  const drawn = (search: string) => {
    const parts: string[] = [];
    const card: Card = {
      ...summary,
      parts: ["a", "b"],
      draw: ({ shows }) => parts.push(...["a", "b"].filter(shows)),
    };
    drawCard(request(card, search), { player, isDated: false, image: () => null });
    return parts;
  };
  expect(drawn("")).toEqual(["a", "b"]);
  expect(drawn("hide=a")).toEqual(["b"]);
  expect(drawn("hide=a,b")).toEqual([]);
});

test("a theme's colours are those of the ground, the border and the text", () => {
  const { marks, style } = seen(summary, player, "theme=grape");
  const { bg, border, ink, soft, track } = THEMES.grape;
  expect(marks[0]).toMatchObject({ kind: "rect", fill: bg, edge: border });
  expect(marks[1]).toMatchObject({ kind: "rect", fill: track });
  expect(marks.slice(3, 5)).toMatchObject([{ fill: ink }, { fill: soft }]);
  expect(style).toBe("");
});

test("without a theme the colours are the light ones, and in the dark the dark ones", () => {
  const { style } = seen(summary, player);
  const [, inTheLight = "", inTheDark = ""] =
    /^svg\{([^}]*)\}@media\(prefers-color-scheme:dark\)\{svg\{([^}]*)\}\}$/.exec(style) ?? [];
  const colorsOf = (list: string) =>
    Object.fromEntries(list.split(";").map((line) => line.slice(2).split(":")));
  expect(colorsOf(inTheLight)).toEqual(THEMES.light);
  expect(colorsOf(inTheDark)).toEqual(THEMES.dark);
  const fills = seen(summary, player).marks.map((mark) => ("fill" in mark ? mark.fill : ""));
  for (const fill of fills) expect(fill).toMatch(/^(?:|var\(--(?:bg|ink|soft|track|\w+)\))$/);
});

test("colours of one's own stand in place of the theme's", () => {
  const card = seen(summary, player, "theme=dark&bg=111&ink=222&soft=333&line=444");
  expect(card.marks[0]).toMatchObject({ fill: "#111", edge: "#444" });
  expect(textOf(card, "Anna").fill).toBe("#222");
  expect(textOf(card, "12,345 points").fill).toBe("#333");
  expect(marksOf(card, "rect")[1]?.fill).toBe(THEMES.dark.track);
  // A card's colours are its own: the theme's stay as they are.
  expect(seen(summary, player, "theme=dark").marks[0]).toMatchObject({ fill: THEMES.dark.bg });
});

test("the ground is a card with a border and round corners, as asked for", () => {
  const ground = (search: string) => marksOf(seen(summary, player, search), "rect")[0];
  const box = { kind: "rect", x: 0.5, y: 0.5, width: 494, height: 194 };
  expect(ground("")).toMatchObject({ ...box, radius: 12, edge: "var(--border)" });
  expect(ground("border=0")).toMatchObject({ ...box, radius: 12, edge: "" });
  expect(ground("radius=0")).toMatchObject({ ...box, radius: 0, edge: "var(--border)" });
  expect(ground("radius=40")).toMatchObject({ ...box, radius: 40 });
});

test("a message stands in the middle of its card, its title above its text", () => {
  const messageOf = (card: Card, search = "") =>
    readCard(drawMessage(request(card, search), "Not now", "Come back later."));
  const high = messageOf(summary);
  expect(textOf(high, "Not now")).toMatchObject({ x: 16, y: 93.5, size: 18, face: "display" });
  expect(textOf(high, "Come back later.")).toMatchObject({ x: 16, y: 115.5, fill: "var(--soft)" });
  expect(textOf(high, "Come back later.").size).toBeCloseTo(13);
  expect(high).toMatchObject({ width: 495, height: 195, title: "Not now" });
  expect(high.description).toBe("Come back later.");
  const low = messageOf(signature);
  expect(textOf(low, "Not now")).toMatchObject({ x: 16, y: 28, size: 15 });
  expect(textOf(low, "Come back later.")).toMatchObject({ x: 16, y: 46 });
  expect(textOf(messageOf(summary, "theme=dark"), "Not now").fill).toBe(THEMES.dark.ink);
});

test("a message on a large card is in large type", () => {
  const large = readCard(drawMessage(request(share), "Not now", "Come back later."));
  expect(textOf(large, "Not now").size).toBeGreaterThan(40);
  expect(textOf(large, "Come back later.").size).toBeGreaterThan(28);
  expect(textOf(large, "Not now").x).toBeGreaterThan(16);
});

test("a ground may be none, and a colour half clear", () => {
  const groundOf = (search: string) => seen(summary, player, search).marks[0];
  expect(groundOf("bg=transparent")).toMatchObject({ kind: "rect", fill: "none" });
  expect(groundOf("bg=11223380&line=44556680")).toMatchObject({
    fill: "#11223380",
    edge: "#44556680",
  });
});

test("a theme's form lies on its ground, unless the ground is another", () => {
  const svg = (search: string) =>
    drawCard(request(summary, search), { player, isDated: false, image: () => null });
  expect(svg("theme=arcade")).toContain('<g id="ground"');
  expect(svg("theme=arcade&bg=123")).not.toContain('<g id="ground"');
  expect(svg("theme=arcade&bg=transparent")).not.toContain('<g id="ground"');
  expect(svg("theme=light")).not.toContain('<g id="ground"');
});

test("a card as low as 70 pixels has its message in small type, a higher one in large type", () => {
  const sizeOf = (height: number) =>
    textOf(readCard(drawMessage(request({ ...summary, height: () => height }), "A", "B")), "A")
      .size;
  expect(sizeOf(69)).toBe(15);
  expect(sizeOf(70)).toBe(18);
});

test("a long message ends before the card does", () => {
  const long = readCard(drawMessage(request(summary), "M".repeat(99), "m".repeat(99)));
  for (const { text, x, width } of marksOf(long, "text")) {
    expect(text).toMatch(/^[Mm]+…$/);
    expect(x + width).toBeLessThanOrEqual(495 - 16);
    expect(x + width).toBeGreaterThan(495 - 16 - 30);
  }
});

test("names with XML's own letters are written as text", () => {
  const name = 'A<b>&"c"';
  const { title, marks } = seen(summary, aPlayer([], { name }));
  expect(title).toBe(name);
  expect(wordsOf({ marks })[0]).toBe(name);
});

test("a document has its size, its view and its role, and is named by its player", () => {
  const svg = drawCard(request(overlay), { player, isDated: false, image: () => null });
  expect(svg).toMatch(
    /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="800" height="150" viewBox="0 0 800 150" role="img"><title>Anna<\/title>/,
  );
  expect(svg).toMatch(/<\/svg>$/);
});
