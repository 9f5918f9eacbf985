import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { repeat } from "./repeat";

const errors = vi.hoisted((): unknown[] => []);
vi.mock("@/lib/observe/observe", () => ({ observeError: (error: unknown) => errors.push(error) }));

beforeEach(() => {
  vi.useFakeTimers();
  errors.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
});

/** A run that takes until its end is called. */
function aLongRun() {
  const ends: (() => void)[] = [];
  const run = vi.fn(() => new Promise<void>((resolve) => ends.push(resolve)));
  return { run, end: () => ends.pop()?.() };
}

test.each([
  ["earliest", 0, 80_000],
  ["latest", 1, 120_000],
])("a run begins a fifth of the time off at the %s", async (_, random, milliseconds) => {
  const run = vi.fn(async () => undefined);
  repeat(run, 100, () => random);
  await vi.advanceTimersByTimeAsync(milliseconds - 1);
  expect(run).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(run).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(milliseconds);
  expect(run).toHaveBeenCalledTimes(2);
});

test("the next run waits for the end of the one before", async () => {
  const { run, end } = aLongRun();
  repeat(run, 100, () => 0.5);
  await vi.advanceTimersByTimeAsync(1_000_000);
  expect(run).toHaveBeenCalledTimes(1);
  end();
  await vi.advanceTimersByTimeAsync(100_000);
  expect(run).toHaveBeenCalledTimes(2);
});

test("a failed run is reported, and the next one follows", async () => {
  const run = vi.fn(() => Promise.reject(new Error("slip")));
  repeat(run, 100, () => 0.5);
  await vi.advanceTimersByTimeAsync(250_000);
  expect(run).toHaveBeenCalledTimes(2);
  expect(errors).toHaveLength(2);
});

test("after its end nothing runs, even if it ends during a run", async () => {
  const { run, end } = aLongRun();
  const stop = repeat(run, 100, () => 0.5);
  await vi.advanceTimersByTimeAsync(100_000);
  stop();
  end();
  await vi.advanceTimersByTimeAsync(1_000_000);
  expect(run).toHaveBeenCalledTimes(1);
  const neverRun = vi.fn(async () => undefined);
  repeat(neverRun, 100)();
  await vi.advanceTimersByTimeAsync(1_000_000);
  expect(neverRun).not.toHaveBeenCalled();
});

test("it does not keep the process alive", () => {
  const unref = vi.fn();
  vi.spyOn(globalThis, "setTimeout").mockReturnValue({ unref } as never);
  repeat(async () => undefined, 100);
  expect(unref).toHaveBeenCalled();
});
