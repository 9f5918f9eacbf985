const MINUTE_MS = 60_000;

/**
 * Bounds the log lines of each kind per minute.
 *
 * @param onDropped called at the end of a minute in which lines were dropped; that counts as a line of the next one
 * @returns whether one more line of a kind may be written, of at most `max`. Kinds must be words of the code, since
 *   each one used in the current minute is in memory.
 */
export function createLineLimit(
  onDropped: (kind: string, count: number) => void,
): (kind: string, max: number) => boolean {
  const minutes = new Map<string, { lines: number; dropped: number }>();

  function begin(kind: string): void {
    const minute = { lines: 1, dropped: 0 };
    minutes.set(kind, minute);
    setTimeout(() => {
      minutes.delete(kind);
      if (minute.dropped === 0) return;
      begin(kind);
      onDropped(kind, minute.dropped);
    }, MINUTE_MS).unref();
  }

  return (kind, max) => {
    const minute = minutes.get(kind);
    if (!minute) {
      begin(kind);
      return true;
    }
    if (minute.lines >= max) {
      minute.dropped++;
      return false;
    }
    minute.lines++;
    return true;
  };
}
