import { expect, test } from "vitest";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import type { Card } from "./card";
import { readCardRequest } from "./card-request";
import { drawCard, drawMessage } from "./draw-card";
import { overlay } from "./overlay";
import { recent } from "./recent";
import { share } from "./share";
import { signature } from "./signature";
import { summary } from "./summary";
import { marksOf, readCard, seen, textOf, wordsOf } from "./test-reader";
import { THEMES } from "./themes";

const request = (card: Card, search = "") => readCardRequest(card, new URLSearchParams(search));
const player = aPlayer([aGame({ title: "Ant" })]);
const svgOf = (search: string) =>
  drawCard(request(summary, search), { player, isDated: false, image: () => null });

test("an invalid option falls back to its default, and is named in a comment", () => {
  const svg = svgOf("theme=neon&colour=red&width=5000");
  expect(svg).toContain("<!-- Left out: colour, theme, width -->");
  expect(svg).toContain('width="900"');
  expect(svgOf("locale=hi")).toContain("<!-- Left out: locale -->");
  expect(svgOf("locale=ru")).not.toContain("<!--");
});

test("a dated card has an extra line at its foot, right-aligned", () => {
  const old = seen(summary, player, "width=400", { isDated: true });
  const date = textOf(old, "as of Nov 24, 2026");
  expect(date).toMatchObject({ y: 202, size: 11, fill: "var(--soft)" });
  expect(date.x + date.width).toBeCloseTo(380, 1);
  expect(old.height).toBe(seen(summary, player).height + 24);
  const low = seen(recent, player, "", { isDated: true });
  expect(low.height).toBe(140);
  expect(textOf(low, "as of Nov 24, 2026").y).toBe(123);
});

test("a card of fixed size has the date within its height", () => {
  for (const card of [signature, share, overlay]) {
    const [dated, other] = [true, false].map((isDated) => seen(card, player, "", { isDated }));
    expect(dated?.height).toBe(other?.height);
  }
});

test("hidden parts are not drawn, all others are", () => {
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

test("a theme sets the colours of background, border and text", () => {
  const { marks, style } = seen(summary, player, "theme=grape");
  const { bg, border, ink, soft, track } = THEMES.grape;
  expect(marks[0]).toMatchObject({ kind: "rect", fill: bg, edge: border });
  expect(marks[1]).toMatchObject({ kind: "rect", fill: track });
  expect(marks.slice(3, 5)).toMatchObject([{ fill: ink }, { fill: soft }]);
  expect(style).toBe("");
});

test("the theme auto has light colours, and dark ones in dark mode", () => {
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

test("custom colours replace those of the theme", () => {
  const card = seen(summary, player, "theme=dark&bg=111&ink=222&soft=333&line=444");
  expect(card.marks[0]).toMatchObject({ fill: "#111", edge: "#444" });
  expect(textOf(card, "Anna").fill).toBe("#222");
  expect(textOf(card, "12,345 points").fill).toBe("#333");
  expect(marksOf(card, "rect")[1]?.fill).toBe(THEMES.dark.track);
  // Custom colours do not change the theme itself.
  expect(seen(summary, player, "theme=dark").marks[0]).toMatchObject({ fill: THEMES.dark.bg });
});

test("border and corner radius are options", () => {
  const ground = (search: string) => marksOf(seen(summary, player, search), "rect")[0];
  const box = { kind: "rect", x: 0.5, y: 0.5, width: 494, height: 194 };
  expect(ground("")).toMatchObject({ ...box, radius: 12, edge: "var(--border)" });
  expect(ground("border=0")).toMatchObject({ ...box, radius: 12, edge: "" });
  expect(ground("radius=0")).toMatchObject({ ...box, radius: 0, edge: "var(--border)" });
  expect(ground("radius=40")).toMatchObject({ ...box, radius: 40 });
});

test("a message is vertically centred, title above text", () => {
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

test("a message on a large card has a large font size", () => {
  const large = readCard(drawMessage(request(share), "Not now", "Come back later."));
  expect(textOf(large, "Not now").size).toBeGreaterThan(40);
  expect(textOf(large, "Come back later.").size).toBeGreaterThan(28);
  expect(textOf(large, "Not now").x).toBeGreaterThan(16);
});

test("the background may be transparent, and colours translucent", () => {
  const groundOf = (search: string) => seen(summary, player, search).marks[0];
  expect(groundOf("bg=transparent")).toMatchObject({ kind: "rect", fill: "none" });
  expect(groundOf("bg=11223380&line=44556680")).toMatchObject({
    fill: "#11223380",
    edge: "#44556680",
  });
});

test("a theme's pattern covers its background, unless a custom one is set", () => {
  const svg = (search: string) =>
    drawCard(request(summary, search), { player, isDated: false, image: () => null });
  expect(svg("theme=arcade")).toContain('<g id="ground"');
  expect(svg("theme=arcade&bg=123")).not.toContain('<g id="ground"');
  expect(svg("theme=arcade&bg=transparent")).not.toContain('<g id="ground"');
  expect(svg("theme=light")).not.toContain('<g id="ground"');
});

test("a message is small on a card below 70 pixels, and large on a higher one", () => {
  const sizeOf = (height: number) =>
    textOf(readCard(drawMessage(request({ ...summary, height: () => height }), "A", "B")), "A")
      .size;
  expect(sizeOf(69)).toBe(15);
  expect(sizeOf(70)).toBe(18);
});

test("a long message is cut at the margin", () => {
  const long = readCard(drawMessage(request(summary), "M".repeat(99), "m".repeat(99)));
  for (const { text, x, width } of marksOf(long, "text")) {
    expect(text).toMatch(/^[Mm]+…$/);
    expect(x + width).toBeLessThanOrEqual(495 - 16);
    expect(x + width).toBeGreaterThan(495 - 16 - 30);
  }
});

test("names are escaped", () => {
  const name = 'A<b>&"c"';
  const { title, marks } = seen(summary, aPlayer([], { name }));
  expect(title).toBe(name);
  expect(wordsOf({ marks })[0]).toBe(name);
});

test("a document has size, view box, role and the player's name as title", () => {
  const svg = drawCard(request(overlay), { player, isDated: false, image: () => null });
  expect(svg).toMatch(
    /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="800" height="150" viewBox="0 0 800 150" role="img"><title>Anna<\/title>/,
  );
  expect(svg).toMatch(/<\/svg>$/);
});
