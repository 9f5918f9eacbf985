import { expect, test } from "vitest";
import { LIMITS } from "@/lib/limits";
import { retryAfterSeconds } from "./retry-after";

test("seconds and dates are seconds from now", () => {
  expect(retryAfterSeconds("17")).toBe(17);
  const date = new Date(Date.now() + 40_000).toUTCString();
  expect(retryAfterSeconds(date)).toBeGreaterThan(30);
  expect(retryAfterSeconds(date)).toBeLessThanOrEqual(40);
  expect(retryAfterSeconds("Thu, 01 Jan 2015 00:00:00 GMT")).toBe(0);
});

test("what is neither is nothing", () => {
  for (const header of [null, "", "soon", "1e+26", "-5 minutes", "NaN"]) {
    expect(retryAfterSeconds(header), String(header)).toBeNull();
  }
});

test("no slip of RA's stops the site for longer than a quarter of an hour", () => {
  for (const header of ["9".repeat(30), "86400", "Fri, 31 Dec 9999 23:59:59 GMT"]) {
    expect(retryAfterSeconds(header), header).toBe(LIMITS.retryAfterSeconds);
  }
});
