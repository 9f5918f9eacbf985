/** A run of places in a list. */
export interface Run {
  /** The first of them, from 0. */
  at: number;
  length: number;
}

/** The longest run of places that hold, the later one of two that are equally long; null if none does. */
export function longestRun(holds: readonly boolean[]): Run | null {
  let longest: Run | null = null;
  let length = 0;
  for (const [at, isHeld] of holds.entries()) {
    length = isHeld ? length + 1 : 0;
    if (length > 0 && length >= (longest?.length ?? 0)) {
      longest = { at: at - length + 1, length };
    }
  }
  return longest;
}
