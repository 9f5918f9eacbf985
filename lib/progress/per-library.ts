import type { Game } from "@/lib/domain/player";

interface Values<Key, Value> {
  get: (key: Key) => Value | undefined;
  set: (key: Key, value: Value) => unknown;
}

/** A function that computes each value once and keeps it in `made`. Its results are shared: they must not be changed. */
export function memoize<Key, Value>(
  made: Values<Key, Value>,
  make: (key: Key) => Value,
): (key: Key) => Value {
  return (key) => {
    let value = made.get(key);
    if (value === undefined) {
      value = make(key);
      made.set(key, value);
    }
    return value;
  };
}

/** {@link memoize} for a function of a whole library, while that library is in memory. */
export function perLibrary<T, Item = Game>(make: (games: Item[]) => T): (games: Item[]) => T {
  return memoize(new WeakMap<Item[], T>(), make);
}

/**
 * {@link memoize} for what takes long: `get` computes a value at once, `steps` between other things that a browser has to
 * do.
 */
export function memoizeSteps<Key, Value>(
  made: Values<Key, Value>,
  make: (key: Key) => Generator<void, Value>,
) {
  function* steps(key: Key): Generator<void, Value> {
    let value = made.get(key);
    if (value === undefined) {
      value = yield* make(key);
      made.set(key, value);
    }
    return value;
  }
  return { steps, get: (key: Key): Value => finish(steps(key)) };
}

/** Takes all steps at once. */
export function finish<T>(steps: Generator<void, T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
