import { expect, test } from "vitest";
import { lastBreakerState, recordBreaker } from "./last-breaker-state";

test("the breaker is closed until an open one is recorded, and half-open 30 seconds later", () => {
  expect(lastBreakerState(0)).toBe("closed");
  recordBreaker("open", 1000);
  expect(lastBreakerState(2000)).toBe("open");
  expect(lastBreakerState(30_999)).toBe("open");
  expect(lastBreakerState(31_000)).toBe("half-open");
  recordBreaker("open", 40_000);
  recordBreaker("closed", 41_000);
  expect(lastBreakerState(42_000)).toBe("closed");
});
