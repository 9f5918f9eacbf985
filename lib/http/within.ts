/** Thrown by {@link withinMilliseconds}. */
export class TooLate extends Error {
  readonly code = "too-late";
}

/**
 * What a promise gives, if it does so in time. It is not stopped: whoever needs its end can wait for
 * it still.
 *
 * @throws TooLate
 */
export async function withinMilliseconds<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await Promise.race([
      promise,
      new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new TooLate()), milliseconds);
      }),
    ]);
  } finally {
    clearTimeout(timer);
    // Nobody is left to hear of its failure.
    promise.catch(() => undefined);
  }
}
