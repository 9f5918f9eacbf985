/** Runs of which concurrent callers with one key share one. */
export interface SingleFlight<Result> {
  /** Joins the run of a key, or starts one. Rejects as `start` does, or where {@link isFull} says so. */
  run(key: string, start: () => Promise<Result>): Promise<Result>;
  /** Whether a run of the key is under way. */
  has(key: string): boolean;
  /** Whether a run of the key would be one too many: none is under way, and as many others are as may be. */
  isFull(key: string): boolean;
}

/**
 * Makes a single flight: while a run of a key is under way, all who ask for the key get its result.
 *
 * @param max how many runs may be under way at once
 */
export function createSingleFlight<Result>(max: number): SingleFlight<Result> {
  const runs = new Map<string, Promise<Result>>();
  const isFull = (key: string) => !runs.has(key) && runs.size >= max;
  return {
    isFull,
    has: (key) => runs.has(key),
    run(key, start) {
      const current = runs.get(key);
      if (current) return current;
      if (isFull(key)) return Promise.reject(new Error("Too many runs are under way."));
      const run = start().finally(() => runs.delete(key));
      runs.set(key, run);
      return run;
    },
  };
}
