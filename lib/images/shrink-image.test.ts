import sharp from "sharp";
import { expect, test } from "vitest";
import { shrinkImage } from "./shrink-image";

const aImage = (format: "png" | "jpeg" | "gif" | "webp") =>
  sharp({ create: { width: 300, height: 200, channels: 3, background: "#c33" } })
    .toFormat(format)
    .toBuffer();

test.each(["png", "jpeg", "gif"] as const)("a %s becomes a small square PNG", async (format) => {
  const small = await shrinkImage(await aImage(format));
  expect(small && (await sharp(small).metadata())).toMatchObject({
    format: "png",
    width: 72,
    height: 72,
  });
});

test("what is no image gives null, whatever it begins with", async () => {
  const png = await aImage("png");
  for (const bytes of [
    Buffer.from("<!doctype html><title>Just a moment</title>"),
    Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"),
    Buffer.alloc(0),
    png.subarray(0, 20),
    await aImage("webp"),
  ]) {
    expect(await shrinkImage(bytes)).toBeNull();
  }
});
