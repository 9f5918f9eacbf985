import type { Game } from "@/lib/domain/player";

/**
 * Memoizes a function of a whole library while that library is in memory. Its result is shared: it must not be
 * changed.
 */
export function perLibrary<T, Item = Game>(make: (games: Item[]) => T): (games: Item[]) => T {
  const made = new WeakMap<Item[], T>();
  return (games) => {
    let value = made.get(games);
    if (value === undefined) {
      value = make(games);
      made.set(games, value);
    }
    return value;
  };
}
