/** The key of what a player's history begins with. It has no expiry, as all of these. */
export function headKey(ulid: string): string {
  return `longplay:history:${ulid}`;
}

/** The key of one day of it, such as `2026-11-23`. */
export function dayKey(ulid: string, day: string): string {
  return `${headKey(ulid)}:${day}`;
}

/** The day of a key of {@link dayKey}; null for others. */
export function dayOfKey(ulid: string, key: string): string | null {
  const day = key.slice(headKey(ulid).length + 1);
  return /^\d{4}-\d\d-\d\d$/.test(day) && key === dayKey(ulid, day) ? day : null;
}
