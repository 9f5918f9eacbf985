import { expect, test } from "vitest";
import { label, Pen } from "./pen";
import { readCard } from "./test-reader";
import { widthOf } from "./text-width";
import { THEMES } from "./themes";

const { ink, soft, track } = THEMES.light;

/** A pen's output, read back. */
function drawn(draw: (pen: Pen) => void) {
  const pen = new Pen(THEMES.light);
  draw(pen);
  return readCard(`<svg width="9" height="9">${pen}</svg>`).marks;
}

test("text starts at x, in ink and regular weight by default", () => {
  expect(drawn((pen) => pen.text("Owl", 10.126, 20.333, { size: 40 }))).toEqual([
    {
      kind: "text",
      text: "Owl",
      x: 10.13,
      y: 20.33,
      width: expect.closeTo(widthOf("Owl", "text", 40), 5),
      size: 40,
      face: "text",
      fill: ink,
    },
  ]);
  expect(
    drawn((pen) => pen.text("Owl", 0, 0, { size: 8, face: "bold", fill: "red" })),
  ).toMatchObject([{ face: "bold", fill: "red" }]);
});

test("end-anchored text ends at x", () => {
  const [text] = drawn((pen) => pen.text("Owl", 100, 0, { size: 20, anchor: "end" }));
  expect(text).toMatchObject({ x: expect.closeTo(100 - widthOf("Owl", "text", 20), 2) });
});

test("text wider than its width is cut, also if end-anchored", () => {
  const [text] = drawn((pen) =>
    pen.text("Longplay", 100, 0, { size: 20, width: 50, anchor: "end" }),
  );
  if (text?.kind !== "text") throw new Error("a text is drawn");
  expect(text.text).toMatch(/^Lon\w?…$/);
  expect(text.width).toBeLessThanOrEqual(50);
  expect(text.x + text.width).toBeCloseTo(100, 1);
});

test("empty text is not drawn", () => {
  expect(drawn((pen) => pen.text("  \u200B ", 0, 0, { size: 10 }))).toEqual([]);
  expect(drawn((pen) => pen.text("Owl", 0, 0, { size: 10, width: 1 }))).toEqual([]);
});

test("a glyph is defined once per face", () => {
  const pen = new Pen(THEMES.light);
  pen.text("aa a", 0, 0, { size: 10 });
  pen.text("a", 0, 0, { size: 20 });
  pen.text("a", 0, 0, { size: 10, face: "bold" });
  expect(String(pen).match(/<path id/g)).toHaveLength(2);
  expect(String(pen).match(/<use /g)).toHaveLength(5);
});

test("a rectangle has position, size and corners; an empty one is not drawn", () => {
  expect(drawn((pen) => pen.rect(1.006, 2.004, 3.456, 4.444, soft))).toEqual([
    { kind: "rect", x: 1.01, y: 2, width: 3.46, height: 4.44, radius: 0, fill: soft, edge: "" },
  ]);
  expect(drawn((pen) => pen.rect(0, 0, 9, 9, soft, 3))).toMatchObject([{ radius: 3 }]);
  for (const [width, height] of [
    [0, 5],
    [-1, 5],
    [5, 0],
    [5, -1],
  ] as const) {
    expect(drawn((pen) => pen.rect(0, 0, width, height, soft))).toEqual([]);
  }
});

test("the parts of a bar are adjacent and clipped to its rounded track", () => {
  const parts = [
    { fill: "gold", share: 0.5 },
    { fill: "silver", share: 0.25 },
  ];
  expect(drawn((pen) => pen.bar(20, 7, 200, 10, parts))).toEqual([
    { kind: "rect", x: 20, y: 7, width: 200, height: 10, radius: 5, fill: track, edge: "" },
    {
      kind: "bar",
      x: 20,
      y: 7,
      width: 150,
      height: 10,
      radius: 5,
      parts: [
        { fill: "gold", x: 20, width: 100, height: 10 },
        { fill: "silver", x: 120, width: 50, height: 10 },
      ],
    },
  ]);
});

test("a bar over 100% ends with its track, an empty one is only its track", () => {
  const [, full] = drawn((pen) =>
    pen.bar(0, 0, 100, 10, [
      { fill: "gold", share: 0.75 },
      { fill: "silver", share: 0.75 },
    ]),
  );
  expect(full).toMatchObject({ kind: "bar", width: 100 });
  expect(drawn((pen) => pen.bar(0, 0, 100, 10, []))).toMatchObject([{ kind: "rect" }]);
  expect(drawn((pen) => pen.bar(0, 0, 100, 10, [{ fill: "gold", share: 0 }]))).toHaveLength(1);
});

test("a disc has a fill, a ring a stroke", () => {
  expect(drawn((pen) => pen.circle(1.234, 5.678, 9.876, "gold"))).toEqual([
    { kind: "circle", x: 1.23, y: 5.68, radius: 9.88, fill: "gold", edge: "" },
  ]);
  expect(drawn((pen) => pen.circle(1, 2, 3, "none", "gold", 4))).toMatchObject([
    { fill: "none", edge: "gold 4" },
  ]);
});

test("images and placeholders have rounded corners and a track", () => {
  const below = { kind: "rect", x: 20, y: 30, width: 48, height: 48, radius: 6, fill: track };
  expect(drawn((pen) => pen.image("data:x", 20, 30, 48))).toMatchObject([
    below,
    { kind: "image", x: 20, y: 30, width: 48, height: 48, radius: 6, source: "data:x" },
  ]);
  expect(drawn((pen) => pen.image(null, 20, 30, 48))).toMatchObject([
    below,
    { kind: "path", fill: "none", edge: `${soft} .9`, transform: "translate(20 30)scale(2)" },
  ]);
});

test("each image and bar has its own clip path", () => {
  const marks = drawn((pen) => {
    pen.image("a", 0, 0, 8);
    pen.bar(0, 0, 10, 4, [{ fill: "gold", share: 1 }]);
    pen.image("b", 50, 0, 8);
    pen.bar(70, 0, 10, 4, [{ fill: "gold", share: 1 }]);
  });
  const cut = marks.flatMap((mark) =>
    mark.kind === "image" || mark.kind === "bar" ? [[mark.kind, mark.x]] : [],
  );
  expect(cut).toEqual([
    ["image", 0],
    ["bar", 0],
    ["image", 50],
    ["bar", 70],
  ]);
});

test("a path is drawn in its colour", () => {
  expect(drawn((pen) => pen.path("M0 0h9z", "gold"))).toMatchObject([
    { kind: "path", d: "M0 0h9z", fill: "gold", edge: "" },
  ]);
});

test("a label escapes any text", () => {
  expect(label("A & B", "<c>")).toBe("<title>A &amp; B</title><desc>&lt;c&gt;</desc>");
});

test("uncuttable text uses the form and size that fit", () => {
  const fitted = (width: number) => {
    const [text] = drawn((pen) => pen.fit(["1,234,567", "1.2M"], 5, 9, { size: 20, width }));
    if (text?.kind !== "text") throw new Error("a text is drawn");
    return text;
  };
  const whole = widthOf("1,234,567", "text", 20);
  expect(fitted(whole)).toMatchObject({ text: "1,234,567", x: 5, y: 9 });
  expect(fitted(whole * 0.8).text).toBe("1,234,567");
  expect(fitted(whole * 0.8).width).toBeLessThanOrEqual(whole * 0.8);
  expect(fitted(whole * 0.5).text).toBe("1.2M");
});

test("text with a minimum size shrinks before it is cut", () => {
  const shrunk = (width: number) => {
    const [text] = drawn((pen) => pen.text("Longplay", 0, 0, { size: 20, least: 15, width }));
    if (text?.kind !== "text") throw new Error("a text is drawn");
    return text;
  };
  const whole = widthOf("Longplay", "text", 20);
  expect(shrunk(whole + 1).size).toBeCloseTo(20);
  expect(shrunk(whole * 0.8)).toMatchObject({ text: "Longplay" });
  expect(shrunk(whole * 0.8).size).toBeCloseTo(16, 0);
  expect(shrunk(whole * 0.5).text).toMatch(/^Lo\w*…$/);
  expect(shrunk(whole * 0.5).size).toBeCloseTo(15);
});

test("a gradient is defined once", () => {
  const pen = new Pen(THEMES.light);
  const down = pen.gradient("linear", [
    [0, "red"],
    [1, "blue", 0.5],
  ]);
  const again = pen.gradient("linear", [
    [0, "red"],
    [1, "blue", 0.5],
  ]);
  const other = pen.gradient("radial", [
    [0, "red"],
    [1, "blue", 0.5],
  ]);
  expect(again).toBe(down);
  expect(other).not.toBe(down);
  expect(String(pen).match(/<linearGradient/g)).toHaveLength(1);
  expect(String(pen)).toContain('<stop offset="1" stop-color="blue" stop-opacity="0.5"/>');
});

test("images have the theme's filter", () => {
  const pen = new Pen(THEMES.light, "url(#tShades)");
  pen.image("data:x", 0, 0, 8);
  expect(String(pen)).toContain(' filter="url(#tShades)"');
});
