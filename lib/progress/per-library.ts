import type { Game } from "@/lib/domain/player";

/**
 * Makes a function of a whole library remember what it gave for as long as that library is in memory.
 * What it gives is shared: it must not be changed.
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
