/** Tasks of one key run one after another; those of different keys run at the same time. */
export interface KeyedQueue {
  /** Runs a task after all earlier ones of its key. Rejects as the task does, or while {@link isFull}. */
  run<Result>(key: string, task: () => Promise<Result>): Promise<Result>;
  /** Whether as many tasks are running or waiting, of all keys together, as may be. */
  isFull(): boolean;
  /** Resolves when the tasks that a key has now are over. Never rejects. */
  settled(key: string): Promise<void>;
  /** Resolves when the tasks that there are now, of all keys, are over. Never rejects. */
  allSettled(): Promise<void>;
}

/**
 * Makes a queue for each key.
 *
 * @param max how many tasks may be running or waiting, of all keys together
 */
export function createKeyedQueue(max: number): KeyedQueue {
  /** The end of the last task of each key. */
  const tails = new Map<string, Promise<void>>();
  let tasks = 0;
  const isFull = () => tasks >= max;
  return {
    isFull,
    async run(key, task) {
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
    async settled(key) {
      await tails.get(key);
    },
    async allSettled() {
      await Promise.all(tails.values());
    },
  };
}
