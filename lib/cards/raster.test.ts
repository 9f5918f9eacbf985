import { performance } from "node:perf_hooks";
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

test("the main thread does little while a PNG is drawn", async () => {
  await toPng(SVG, 1);
  const before = process.cpuUsage();
  const idleBefore = performance.eventLoopUtilization();
  await toPng(SVG, 8);
  const { active } = performance.eventLoopUtilization(idleBefore);
  const { user } = process.cpuUsage(before);
  // Of all that the processors did, other threads did the most, however busy the machine is.
  expect(active).toBeLessThan(user / 1000 / 2);
});

test("what is no SVG is an error", async () => {
  await expect(toPng("<html>", 1)).rejects.toThrow();
});
