/**
 * Makes a queue for each key: tasks of one key run one after another, those of different keys at the same time.
 *
 * @param max how many tasks may be running or waiting, of all keys together
 */
export function createKeyedQueue(max: number) {
  /** The end of the last task of each key. */
  const tails = new Map<string, Promise<void>>();
  let tasks = 0;
  const isFull = () => tasks >= max;
  return {
    /** Whether as many tasks are running or waiting, of all keys together, as may be. */
    isFull,
    /** Runs a task after all earlier ones of its key. Rejects as the task does, or while `isFull`. */
    async run<Result>(key: string, task: () => Promise<Result>): Promise<Result> {
      if (isFull()) throw new Error("Too many tasks are waiting.");
      tasks++;
      const result = (tails.get(key) ?? Promise.resolve()).then(task);
      const tail = result.then(
        () => undefined,
        () => undefined,
      );
      tails.set(key, tail);
      try {
        return await result;
      } finally {
        tasks--;
        if (tails.get(key) === tail) tails.delete(key);
      }
    },
    /** Resolves when the tasks that a key has now are over. Never rejects. */
    async settled(key: string): Promise<void> {
      await tails.get(key);
    },
  };
}
