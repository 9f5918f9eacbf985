import { expect, test } from "vitest";
import { ERROR_KINDS } from "./error-kinds";
import { isUpstreamError, type UpstreamErrorCode, upstreamErrorOf } from "./upstream-error";

const CODES = Object.keys(ERROR_KINDS) as UpstreamErrorCode[];

test.each(CODES)("%s is made from its code", (code) => {
  const error = upstreamErrorOf(code, 9);
  expect(error.code).toBe(code);
  expect(isUpstreamError(error)).toBe(true);
  expect(error.message).toMatch(/\.$/);
});

test("a wait is passed on, and a lasting error has none", () => {
  expect(upstreamErrorOf("busy", 9).retryAfterSeconds).toBe(9);
  for (const code of CODES.filter((each) => ERROR_KINDS[each].isLasting)) {
    expect(upstreamErrorOf(code, 9).retryAfterSeconds).toBeNull();
  }
});

test.each(["", "no-such-code", "constructor"])("“%s” is no code: unavailable", (code) => {
  expect(upstreamErrorOf(code, null)).toMatchObject({ code: "unavailable", retryAfterSeconds: 30 });
  expect(isUpstreamError(Object.assign(new Error("x"), { code }))).toBe(false);
});
