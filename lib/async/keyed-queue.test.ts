import { expect, test } from "vitest";
import { createKeyedQueue } from "./keyed-queue";

/** A task that records its name when it starts, and ends on demand. */
function aTask(name: string, started: string[]) {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const run = async () => {
    started.push(name);
    await ended;
    return name;
  };
  return { run, end };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

test("tasks of one key wait for each other, those of another key do not", async () => {
  const queue = createKeyedQueue(10);
  const started: string[] = [];
  const [first, second, other] = ["first", "second", "other"].map((name) => aTask(name, started));
  const results = [
    queue.run("a", first?.run ?? turn),
    queue.run("a", second?.run ?? turn),
    queue.run("b", other?.run ?? turn),
  ];
  await turn();
  expect(started).toEqual(["first", "other"]);
  first?.end();
  await turn();
  expect(started).toEqual(["first", "other", "second"]);
  second?.end();
  other?.end();
  expect(await Promise.all(results)).toEqual(["first", "second", "other"]);
});

test("a failed task fails its caller only", async () => {
  const queue = createKeyedQueue(10);
  const failed = queue.run("a", () => Promise.reject(new Error("no")));
  const next = queue.run("a", async () => "yes");
  await expect(failed).rejects.toThrow("no");
  expect(await next).toBe("yes");
});

test("settled waits for the tasks of a key alone", async () => {
  const queue = createKeyedQueue(10);
  const started: string[] = [];
  const a = aTask("a", started);
  const b = aTask("b", started);
  const ends: string[] = [];
  const results = [queue.run("a", a.run), queue.run("b", b.run)];
  const waits = [
    queue.settled("a").then(() => ends.push("a")),
    queue.settled("none").then(() => ends.push("none")),
  ];
  await turn();
  expect(ends).toEqual(["none"]);
  a.end();
  await turn();
  expect(ends).toEqual(["none", "a"]);
  b.end();
  await Promise.all([...results, ...waits]);
  expect(ends).toEqual(["none", "a"]);
});

test("a full queue takes no more tasks until one is over", async () => {
  const queue = createKeyedQueue(2);
  const a = aTask("a", []);
  const both = [queue.run("a", a.run), queue.run("a", async () => "b")];
  expect(queue.isFull()).toBe(true);
  await expect(queue.run("c", async () => "c")).rejects.toThrow("Too many");
  a.end();
  await Promise.all(both);
  expect(queue.isFull()).toBe(false);
  expect(await queue.run("c", async () => "c")).toBe("c");
});
