import { expect, test } from "vitest";
import { isImagePath } from "./image-path";

test("only icons, badges and avatars in RA's format are image paths", () => {
  for (const path of [
    "/Images/074560.png",
    "/UserPic/MaxMilyin.png",
    "/Images/1.jpg",
    "/Images/1.jpeg",
    "/Badge/00136.png",
  ]) {
    expect(isImagePath(path), path).toBe(true);
  }
  for (const path of [
    "/Images/../API/key.png",
    "//evil.test/Images/1.png",
    "/Images/1.svg",
    "/Images/1.png?x=1",
    "/UserPic/a/b.png",
    "/Badge/.png",
    "/Badge/00136_lock/../1.png",
    "/UserPic/%2e%2e.png",
    "/API/Images/1.png",
    "/Images/1.png/../../API/key",
    "",
  ]) {
    expect(isImagePath(path), path).toBe(false);
  }
});
