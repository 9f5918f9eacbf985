import { createHash } from "node:crypto";
import { decode } from "fast-png";
import { expect, test } from "vitest";
import { drawAvatar, drawIcon } from "./pixel-art";

test("an icon is a PNG of 96 by 96, an avatar of 128 by 128", () => {
  expect(decode(drawIcon("Images/001234.png"))).toMatchObject({ width: 96, height: 96 });
  expect(decode(drawAvatar("UserPic/Somebody.png"))).toMatchObject({ width: 128, height: 128 });
});

test("a path always has the same image, and most paths different ones", () => {
  const icons = Array.from({ length: 50 }, (_, at) => String(drawIcon(`Images/${1000 + at}.png`)));
  expect(String(drawIcon("Images/1000.png"))).toBe(icons[0]);
  expect(new Set(icons).size).toBeGreaterThan(40);
});

test("an image is small", () => {
  expect(drawIcon("Images/004321.png").length).toBeLessThan(2000);
});

// Of the pixels, since another version of the encoder may write other bytes.
test("images are unchanged", () => {
  const digest = (images: Uint8Array[]) => {
    const hash = createHash("sha256");
    for (const image of images) hash.update(decode(image).data);
    return hash.digest("hex").slice(0, 16);
  };
  const all = Array.from({ length: 60 }, (_, at) => at);
  expect(digest(all.map((at) => drawIcon(`Images/${1000 + at}.png`)))).toBe("eab63f5cc13d3697");
  expect(digest(all.map((at) => drawAvatar(`UserPic/Somebody${at}.png`)))).toBe("5e8426356ca4081a");
});
