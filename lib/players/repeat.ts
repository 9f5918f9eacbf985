import { observeError } from "@/lib/observe/observe";

/** How far a run may start from its time, as a part of the interval: servers should not run together. */
const JITTER = 0.2;

/**
 * Runs something repeatedly, each time an interval after the last run has ended. It does not keep the process alive.
 *
 * @param seconds the interval, give or take the jitter
 * @param random from 0 to 1
 * @returns a function that stops it
 */
export function repeat(
  run: () => Promise<unknown>,
  seconds: number,
  random: () => number = Math.random,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  const wait = () => {
    if (isOver) return;
    timer = setTimeout(begin, seconds * 1000 * (1 - JITTER + 2 * JITTER * random()));
    timer.unref();
  };
  const begin = () => {
    run()
      .catch((error: unknown) => observeError(error, "watch"))
      .finally(wait);
  };
  wait();
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}
