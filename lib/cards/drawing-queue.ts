import pLimit from "p-limit";

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
  const underWay = new Map<string, Promise<Result>>();
  return (svg, scale) => {
    const key = `${scale} ${svg}`;
    const shared = underWay.get(key);
    if (shared) return shared;
    if (underWay.size >= atOnce + waiting) return Promise.reject(new TooManyDrawings());
    const drawing = limit(() => draw(svg, scale)).finally(() => underWay.delete(key));
    underWay.set(key, drawing);
    return drawing;
  };
}
