const MINUTE_MS = 60_000;

/**
 * Bounds how many lines of a kind are written in a minute. When the minute is over, it is told how
 * many were left out, which counts as a line of the next one.
 *
 * @param tellLeftOut is never told of none
 * @returns whether one more line of a kind may be written, of at most so many. Kinds are to be words
 *   of the code: each that was used in this minute is kept in memory.
 */
export function createLineLimit(
  tellLeftOut: (kind: string, count: number) => void,
): (kind: string, most: number) => boolean {
  const minutes = new Map<string, { lines: number; leftOut: number }>();

  function begin(kind: string): void {
    const minute = { lines: 1, leftOut: 0 };
    minutes.set(kind, minute);
    setTimeout(() => {
      minutes.delete(kind);
      if (minute.leftOut === 0) return;
      begin(kind);
      tellLeftOut(kind, minute.leftOut);
    }, MINUTE_MS).unref();
  }

  return (kind, most) => {
    const minute = minutes.get(kind);
    if (!minute) {
      begin(kind);
      return true;
    }
    if (minute.lines >= most) {
      minute.leftOut++;
      return false;
    }
    minute.lines++;
    return true;
  };
}
