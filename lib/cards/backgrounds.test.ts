import { Resvg } from "@resvg/resvg-js";
import { expect, test } from "vitest";
import { BACKGROUNDS } from "./backgrounds";

const BOXES = [
  { width: 468, height: 60, radius: 12 },
  { width: 495, height: 195, radius: 0 },
  { width: 1200, height: 630, radius: 40 },
];

test.each(Object.entries(BACKGROUNDS))("%s refers to its own definitions only", (_, background) => {
  const { defs, imageFilter = "" } = background;
  for (const box of BOXES) {
    const used = `${background.draw(box)}${imageFilter}`;
    for (const [, id] of used.matchAll(/url\(#(\w+)\)/g)) expect(defs).toContain(`id="${id}"`);
  }
});

test.each(Object.entries(BACKGROUNDS))(
  "%s stays within its card, and resvg can draw it",
  (_, background) => {
    for (const box of BOXES) {
      const { width, height } = box;
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs>${background.defs}</defs>${background.draw(box)}</svg>`;
      const resvg = new Resvg(svg);
      const drawn = resvg.getBBox();
      expect(drawn?.x).toBeGreaterThanOrEqual(-0.01);
      expect(drawn?.y).toBeGreaterThanOrEqual(-0.01);
      expect((drawn?.x ?? 0) + (drawn?.width ?? 0)).toBeLessThanOrEqual(width + 0.01);
      expect((drawn?.y ?? 0) + (drawn?.height ?? 0)).toBeLessThanOrEqual(height + 0.01);
      expect(resvg.render().width).toBe(width);
    }
  },
);

test("no background uses opacity: resvg aborts the process for a layer outside of the image", () => {
  for (const background of Object.values(BACKGROUNDS)) {
    for (const box of BOXES)
      expect(background.defs + background.draw(box)).not.toContain(' opacity="');
  }
});

test("the screen of the theme pocket has four shades", () => {
  const steps = /type="discrete" tableValues="([^"]+)"/.exec(BACKGROUNDS.pocket?.defs ?? "")?.[1];
  expect(steps?.split(" ")).toHaveLength(4);
});

test("the stripes of the theme cartridge are clear of the top of the card", () => {
  for (const [height, firstImage] of [
    [60, 8],
    [195, 20],
  ] as const) {
    const ground = BACKGROUNDS.cartridge?.draw({ width: 495, height, radius: 12 }) ?? "";
    const stripes = [
      ...ground.matchAll(/y="([\d.]+)" width="\d+" height="([\d.]+)" fill="#(?:b3262e|1f1d1a)"/g),
    ];
    expect(stripes.length).toBe(height > 100 ? 2 : 1);
    for (const [, y, high] of stripes) {
      expect(firstImage - Number(y) - Number(high)).toBeGreaterThanOrEqual(3);
    }
  }
});
