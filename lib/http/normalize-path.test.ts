import { expect, test } from "vitest";
import { normalizePath } from "./normalize-path";

test.each([
  ["/user/Ties", "/user/Ties"],
  ["/user/Ti%65s", "/user/Ties"],
  ["/%75ser/%54%69es/cards/summary%2Esvg", "/user/Ties/cards/summary.svg"],
  ["/%2d%2D%5f%7E%30", "/--_~0"],
  // Those that stand for something else.
  ["/user/a%2Fb%20%3F%C3%A9%00%7f", "/user/a%2Fb%20%3F%C3%A9%00%7f"],
  ["/user/%2565s", "/user/%2565s"],
  ["/user/%zz%6", "/user/%zz%6"],
])("%s is %s", (path, normal) => {
  expect(normalizePath(path)).toBe(normal);
});
