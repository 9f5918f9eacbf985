import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { sleep, waitAtMost } from "./sleep";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("sleep ends after its time and not before", async () => {
  const done = vi.fn();
  const slept = sleep(100).then(done);
  await vi.advanceTimersByTimeAsync(99);
  expect(done).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  await slept;
  expect(done).toHaveBeenCalledTimes(1);
});

test("work is waited for at most for a time, and leaves no timer behind", async () => {
  await waitAtMost(Promise.resolve("done"), 100);
  expect(vi.getTimerCount()).toBe(0);
  const slow = waitAtMost(new Promise(() => {}), 100);
  await vi.advanceTimersByTimeAsync(100);
  expect(await slow).toBe(undefined);
  await expect(waitAtMost(Promise.reject(new Error("no")), 100)).rejects.toThrow("no");
  expect(vi.getTimerCount()).toBe(0);
});
