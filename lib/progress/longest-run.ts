/** A run of entries in a list. */
export interface Run {
  /** Index of the first entry. */
  at: number;
  length: number;
}

/** The longest run of true entries, the later of two with the same length; null without one. */
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
