/** The key of the head of a player's history. No key of a history has an expiry. */
export function headKey(ulid: string): string {
  return `longplay:history:${ulid}`;
}

/** The key of a day of the history, such as `2026-11-23`. */
export function dayKey(ulid: string, day: string): string {
  return `${headKey(ulid)}:${day}`;
}

/** The day of a key of {@link dayKey}; null for other keys. */
export function dayOfKey(ulid: string, key: string): string | null {
  const day = key.slice(headKey(ulid).length + 1);
  return /^\d{4}-\d\d-\d\d$/.test(day) && key === dayKey(ulid, day) ? day : null;
}
