/**
 * Makes a single flight: while a run of a key is under way, all who ask for the key get its result.
 *
 * @param max how many runs may be under way at once
 */
export function createSingleFlight<Result>(max: number) {
  const runs = new Map<string, Promise<Result>>();
  const isFull = (key: string) => !runs.has(key) && runs.size >= max;
  return {
    /** Whether a run of the key would be one too many: none is under way, and as many others are as may be. */
    isFull,
    /** Whether a run of the key is under way. */
    has: (key: string) => runs.has(key),
    /** Joins the run of a key, or starts one. Rejects as `start` does, or where `isFull` says so. */
    run(key: string, start: () => Promise<Result>): Promise<Result> {
      const current = runs.get(key);
      if (current) return current;
      if (isFull(key)) return Promise.reject(new Error("Too many runs are under way."));
      const run = start().finally(() => runs.delete(key));
      runs.set(key, run);
      return run;
    },
  };
}
