import { TimeoutError } from "p-timeout";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { inTime } from "./in-time";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("what comes in time is passed on, and leaves no timer", async () => {
  expect(await inTime(Promise.resolve("moth"), 100)).toBe("moth");
  await expect(inTime(Promise.reject(new TypeError("bug")), 100)).rejects.toThrow(TypeError);
  expect(vi.getTimerCount()).toBe(0);
});

test("what does not come in time is a TimeoutError", async () => {
  const late = inTime(new Promise(() => undefined), 100);
  const refused = expect(late).rejects.toThrow(TimeoutError);
  await vi.advanceTimersByTimeAsync(100);
  await refused;
});
