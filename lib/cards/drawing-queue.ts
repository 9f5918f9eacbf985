import pLimit from "p-limit";
import { createSingleFlight } from "@/lib/async/single-flight";

/** Thrown when the queue is full. */
export class TooManyDrawings extends Error {
  readonly code = "busy";
}

interface DrawingQueueOptions<Result> {
  draw: (svg: string, scale: number) => Promise<Result>;
  /** Maximum number of concurrent drawings. */
  atOnce: number;
  /** Maximum number of waiting drawings. */
  waiting: number;
}

/**
 * Draws a few at a time, single flight by key.
 *
 * @throws TooManyDrawings immediately when the queue is full, or what `draw` throws
 */
export type DrawingQueue<Result> = (svg: string, scale: number) => Promise<Result>;

/** Creates a bounded queue for CPU-bound work. */
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
