import { observeError } from "@/lib/observe/observe";

/** How far from its time a run may begin, as a part of the time between two: instances are not to run together. */
const JITTER = 0.2;

/**
 * Runs something again and again, a while after the last run has ended, without keeping the process for it.
 *
 * @param seconds between two runs, more or less
 * @param random from 0 to 1
 * @returns what ends it
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
