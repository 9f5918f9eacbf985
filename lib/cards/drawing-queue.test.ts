import { expect, test } from "vitest";
import { createDrawingQueue, TooManyDrawings } from "./drawing-queue";

/** A queue whose drawings end on demand. */
function aQueue(atOnce: number, waiting: number) {
  const begun: { svg: string; end: () => void; fail: () => void }[] = [];
  const queue = createDrawingQueue({
    draw: (svg) =>
      new Promise<string>((resolve, reject) => {
        begun.push({ svg, end: () => resolve(`drawn ${svg}`), fail: () => reject(new Error(svg)) });
      }),
    atOnce,
    waiting,
  });
  return { queue, begun };
}

const aMoment = () => new Promise((resolve) => setImmediate(resolve));

test("some run, some wait, and the next one is refused immediately", async () => {
  const { queue, begun } = aQueue(2, 1);
  const [a, b, c] = [queue("a", 1), queue("b", 1), queue("c", 1)];
  await expect(queue("d", 1)).rejects.toBeInstanceOf(TooManyDrawings);
  await aMoment();
  expect(begun.map(({ svg }) => svg)).toEqual(["a", "b"]);
  begun[0]?.end();
  expect(await a).toBe("drawn a");
  await aMoment();
  expect(begun.map(({ svg }) => svg)).toEqual(["a", "b", "c"]);
  begun[1]?.end();
  begun[2]?.end();
  expect(await Promise.all([b, c])).toEqual(["drawn b", "drawn c"]);
});

test("single flight: concurrent calls with one key share a drawing, even if the queue is full", async () => {
  const { queue, begun } = aQueue(1, 0);
  const drawings = [queue("a", 2), queue("a", 2), queue("a", 2)];
  await expect(queue("a", 3)).rejects.toBeInstanceOf(TooManyDrawings);
  await aMoment();
  begun[0]?.end();
  expect(await Promise.all(drawings)).toEqual(["drawn a", "drawn a", "drawn a"]);
  expect(begun).toHaveLength(1);
});

test("a failed drawing frees its place and can be retried", async () => {
  const { queue, begun } = aQueue(1, 0);
  const failing = queue("a", 1);
  await aMoment();
  begun[0]?.fail();
  await expect(failing).rejects.toThrow("a");
  const again = queue("a", 1);
  await aMoment();
  begun[1]?.end();
  expect(await again).toBe("drawn a");
});

test("finished drawings are not cached, and each scale is a drawing of its own", async () => {
  const scales: number[] = [];
  const queue = createDrawingQueue({
    draw: async (svg, scale) => {
      scales.push(scale);
      return `${svg} at ${scale}`;
    },
    atOnce: 2,
    waiting: 0,
  });
  expect(await Promise.all([queue("a", 1), queue("a", 2)])).toEqual(["a at 1", "a at 2"]);
  expect(await queue("a", 1)).toBe("a at 1");
  expect(scales).toEqual([1, 2, 1]);
});
