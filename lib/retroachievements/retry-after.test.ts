import { expect, test } from "vitest";
import { LIMITS } from "@/lib/limits";
import { retryAfterSeconds } from "./retry-after";

test("seconds and dates are read as seconds from now", () => {
  expect(retryAfterSeconds("17")).toBe(17);
  const date = new Date(Date.now() + 40_000).toUTCString();
  expect(retryAfterSeconds(date)).toBeGreaterThan(30);
  expect(retryAfterSeconds(date)).toBeLessThanOrEqual(40);
  expect(retryAfterSeconds("Thu, 01 Jan 2015 00:00:00 GMT")).toBe(0);
});

test("anything else is null", () => {
  for (const header of [null, "", "soon", "1e+26", "-5 minutes", "NaN"]) {
    expect(retryAfterSeconds(header), String(header)).toBeNull();
  }
});

test("the pause is at most 15 minutes", () => {
  for (const header of ["9".repeat(30), "86400", "Fri, 31 Dec 9999 23:59:59 GMT"]) {
    expect(retryAfterSeconds(header), header).toBe(LIMITS.retryAfterSeconds);
  }
});
