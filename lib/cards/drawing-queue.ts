import pLimit from "p-limit";
import { createSingleFlight } from "@/lib/async/single-flight";

/** Thrown for a drawing that would have to wait behind too many others. */
export class TooManyDrawings extends Error {
  readonly code = "busy";
}

interface DrawingQueueOptions<Result> {
  draw: (svg: string, scale: number) => Promise<Result>;
  /** How many are drawn at once. */
  atOnce: number;
  /** How many more may wait. */
  waiting: number;
}

/**
 * Draws a few at a time; callers who want the same drawing at the same time share it.
 *
 * @throws TooManyDrawings at once when the queue is full, or what `draw` throws
 */
export type DrawingQueue<Result> = (svg: string, scale: number) => Promise<Result>;

/** Makes a queue of bounded length for what takes a processor's time. */
export function createDrawingQueue<Result>({
  draw,
  atOnce,
  waiting,
}: DrawingQueueOptions<Result>): DrawingQueue<Result> {
  const limit = pLimit(atOnce);
  const drawings = createSingleFlight<Result>(atOnce + waiting);
  return async (svg, scale) => {
    const key = `${scale} ${svg}`;
    if (drawings.isFull(key)) throw new TooManyDrawings();
    return drawings.run(key, () => limit(() => draw(svg, scale)));
  };
}
