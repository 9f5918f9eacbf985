import { Resvg } from "@resvg/resvg-js";
import sharp from "sharp";
import { expect, test } from "vitest";
import { toPng } from "./raster";

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="300"><rect width="300" height="300" fill="#f08010" fill-opacity=".3"/><circle cx="350" cy="150" r="120" fill="#123456"/></svg>';

test("a PNG has the colours and the alpha of the SVG, at its scale", async () => {
  const png = sharp(await toPng(SVG, 2));
  const { data, info } = await png.raw().toBuffer({ resolveWithObject: true });
  expect(info).toMatchObject({ width: 1200, height: 600, channels: 4 });
  const packedByResvg = new Resvg(SVG, { fitTo: { mode: "zoom", value: 2 } }).render().asPng();
  const expected = await sharp(packedByResvg).raw().toBuffer();
  const seen = (bytes: Buffer, x: number, y: number) => {
    const at = (y * info.width + x) * 4;
    return [...bytes.subarray(at, at + 4)];
  };
  for (const [x, y] of [
    [10, 10],
    [590, 590],
    [700, 300],
    [1199, 0],
  ] as const) {
    for (const [part, value] of seen(data, x, y).entries()) {
      expect(Math.abs(value - (seen(expected, x, y)[part] ?? 0))).toBeLessThanOrEqual(1);
    }
  }
});

test("a PNG does not depend on system fonts", async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><text y="20" fill="#000">MMM</text></svg>';
  const { channels } = await sharp(await toPng(svg, 1)).stats();
  expect(channels.map(({ max }) => max)).toEqual([0, 0, 0, 0]);
});

/** The longest time the event loop was blocked, as a share of the time to draw a PNG. */
async function longestStretch(scale: number): Promise<number> {
  const started = performance.now();
  let longest = 0;
  let last = started;
  let isDrawn = false;
  const turn = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isDrawn) setImmediate(turn);
  };
  turn();
  await toPng(SVG, scale);
  isDrawn = true;
  turn();
  return longest / (last - started);
}

test("drawing a PNG does not block the event loop", async () => {
  let share = 1;
  // Up to five times, since a busy machine can stop any thread for a while.
  for (let time = 0; time < 5 && share >= 0.4; time++) share = await longestStretch(6);
  expect(share).toBeLessThan(0.4);
});

test("an invalid SVG is an error", async () => {
  await expect(toPng("<html>", 1)).rejects.toThrow();
});
