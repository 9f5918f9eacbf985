import { expect, test } from "vitest";
import { rememberBreaker, upstreamGate } from "./upstream-gate";

test("the gate is open until an open breaker is heard of, and again when that is long ago", () => {
  expect(upstreamGate(0)).toBe("open");
  rememberBreaker(true, 1000);
  expect(upstreamGate(2000)).toBe("shut");
  expect(upstreamGate(31_000)).toBe("open");
  rememberBreaker(true, 40_000);
  rememberBreaker(false, 41_000);
  expect(upstreamGate(42_000)).toBe("open");
});
