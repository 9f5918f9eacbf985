/** A source of chance that always gives the same: the demo library is no different tomorrow. */
export interface Random {
  /** From 0 up to 1. */
  fraction(): number;
  /** A whole number from `min` to `max`, both included. */
  between(min: number, max: number): number;
  /** One of some. @throws RangeError if there are none. */
  pick<Item>(items: readonly Item[]): Item;
  /** True so often, as a fraction of all. */
  chance(often: number): boolean;
}

/** Chance from a text (mulberry32, seeded by FNV-1a); the same text gives the same numbers. */
export function randomFrom(seed: string): Random {
  let state = 0x811c9dc5;
  for (const character of seed) {
    state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  const fraction = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    fraction,
    between: (min, max) => min + Math.floor(fraction() * (max - min + 1)),
    pick: (items) => {
      const item = items[Math.floor(fraction() * items.length)];
      if (item === undefined) throw new RangeError("There is nothing to pick from.");
      return item;
    },
    chance: (often) => fraction() < often,
  };
}
