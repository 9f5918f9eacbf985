import { dayEnvelope, type StoredDay } from "./stored-day";
import { type Head, headEnvelope } from "./stored-head";

/**
 * What the store is to have of a history's key when a value of an export comes to it: the newer of two days, and of
 * two heads the one that is further, with the days of both. So it does not matter how often an export comes and which of
 * two comes first, a backup takes nothing back, and a history goes on that began anew before the old one was brought.
 *
 * @param key of the store
 * @param stored what is there; null: nothing
 * @param imported of the export
 * @returns null: one of them is of another version of the site, or the imported one is damaged
 */
export function mergeImported(key: string, stored: string | null, imported: string): string | null {
  const day = key.split(":")[3];
  return day === undefined ? mergeHead(stored, imported) : mergeDay(day, stored, imported);
}

function mergeDay(day: string, stored: string | null, imported: string): string | null {
  const theirs = dayEnvelope.open(imported);
  if (theirs.state !== "read" || theirs.value.record.day !== day) return null;
  if (stored === null) return imported;
  const ours = dayEnvelope.open(stored);
  if (ours.state === "foreign") return null;
  return ours.state === "damaged" || isNewer(theirs.value, ours.value) ? imported : stored;
}

function isNewer(one: StoredDay, other: StoredDay): boolean {
  const later = one.record.checkedAt - other.record.checkedAt;
  return later > 0 || (later === 0 && one.isSealed && !other.isSealed);
}

function mergeHead(stored: string | null, imported: string): string | null {
  const theirs = headEnvelope.open(imported);
  if (theirs.state !== "read") return null;
  if (stored === null) return imported;
  const ours = headEnvelope.open(stored);
  if (ours.state === "foreign") return null;
  if (ours.state === "damaged") return imported;
  return isFurther(theirs.value, ours.value)
    ? headEnvelope.seal(withDaysOf(theirs.value, ours.value))
    : headEnvelope.seal(withDaysOf(ours.value, theirs.value));
}

/** On the same day, what is told from the earlier state tells more. */
function isFurther(one: Head, other: Head): boolean {
  if (one.openDay !== other.openDay) return one.openDay > other.openDay;
  return one.base.checkedAt < other.base.checkedAt;
}

function withDaysOf(head: Head, other: Head): Head {
  const days = new Set([...head.days, ...other.days, other.openDay]);
  return {
    ...head,
    startedAt: Math.min(head.startedAt, other.startedAt),
    days: [...days].filter((day) => day < head.openDay).sort(),
  };
}
