import { expect, test, vi } from "vitest";
import { createSingleFlight } from "./single-flight";

test("concurrent callers of a key share one run, and the next caller starts another", async () => {
  const flight = createSingleFlight<number>(10);
  let count = 0;
  const start = vi.fn(async () => ++count);
  const both = [flight.run("a", start), flight.run("a", start)];
  expect(flight.has("a")).toBe(true);
  expect(await Promise.all(both)).toEqual([1, 1]);
  expect(flight.has("a")).toBe(false);
  expect(await flight.run("a", start)).toBe(2);
  expect(start).toHaveBeenCalledTimes(2);
});

test("a failed run fails all its callers, and is not remembered", async () => {
  const flight = createSingleFlight<string>(10);
  const fail = () => Promise.reject(new Error("no"));
  const both = await Promise.allSettled([flight.run("a", fail), flight.run("a", fail)]);
  expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await flight.run("a", async () => "yes")).toBe("yes");
});

test("a full flight still lets callers join, and starts nothing", async () => {
  const flight = createSingleFlight<string>(1);
  let land = (_: string) => {};
  const first = flight.run("a", () => new Promise<string>((resolve) => (land = resolve)));
  expect([flight.isFull("a"), flight.isFull("b")]).toEqual([false, true]);
  const start = vi.fn(async () => "two");
  await expect(flight.run("b", start)).rejects.toThrow("Too many");
  const joined = flight.run("a", start);
  expect(start).not.toHaveBeenCalled();
  land("one");
  expect(await Promise.all([first, joined])).toEqual(["one", "one"]);
  expect(await flight.run("b", start)).toBe("two");
});
