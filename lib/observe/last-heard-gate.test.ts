import { expect, test } from "vitest";
import { lastHeardGate, rememberBreaker } from "./last-heard-gate";

test("the gate is open until an open breaker is heard of, and again when that is long ago", () => {
  expect(lastHeardGate(0)).toBe("open");
  rememberBreaker(true, 1000);
  expect(lastHeardGate(2000)).toBe("shut");
  expect(lastHeardGate(31_000)).toBe("open");
  rememberBreaker(true, 40_000);
  rememberBreaker(false, 41_000);
  expect(lastHeardGate(42_000)).toBe("open");
});
