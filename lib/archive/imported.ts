import { joined } from "@/lib/history/day-record";
import { dayEnvelope, type StoredDay } from "./stored-day";
import { type Head, headEnvelope } from "./stored-head";

/** The heads of the player that a value is of, as texts. */
export interface ImportedHeads {
  /** What the store has by now, with what an import has brought; null: nothing. */
  stored: string | null;
  /** What the import has; null: it has none. */
  imported: string | null;
}

/**
 * What the store is to have of a history's key when a value of an export comes to it. So it does not matter how often an
 * export comes and which of two comes first, a backup takes nothing back, and a history goes on that began anew before
 * the old one was brought.
 *
 * Of two heads the one that is further stays, and all days since it began are told as that history tells them, since
 * each is told from the one before: a day of the other in between would be told twice. The other history tells the days
 * before. On the day of the seam, and on the open day, there is one record with what both tell:
 *
 *     one    R1  a0→a1    R2  a1→a2                                  is brought together as
 *     other               R2  b0→b1 (anew)    R3  b1→b2              R1  a0→a1    R2  a1→b1    R3  b1→b2
 *
 * @param key of the store
 * @param stored what is there; null: nothing
 * @param imported of the export
 * @returns null: one of them is of another version of the site, or the imported one is damaged. Undefined: nothing, what
 *   stays tells of that day already
 */
export function mergeImported(
  key: string,
  stored: string | null,
  imported: string,
  heads: ImportedHeads,
): string | null | undefined {
  const day = key.split(":")[3];
  return day === undefined
    ? mergeHead(stored, imported)
    : mergeDay(day, { stored, imported }, heads);
}

/**
 * The same for who knows better: what is imported takes the place of everything. Only what is damaged, or of another day
 * than its key, does not: what is stored can perhaps be read.
 *
 * @param _stored counts for nothing; it is here so that this stands where {@link mergeImported} does
 * @returns null: it is damaged, or of another day
 */
export function forceImported(
  key: string,
  _stored: string | null,
  imported: string,
): string | null {
  const day = key.split(":")[3];
  if (day === undefined) return headEnvelope.open(imported).state === "damaged" ? null : imported;
  const opened = dayEnvelope.open(imported);
  const isOther = opened.state === "read" && opened.value.record.day !== day;
  return opened.state === "damaged" || isOther ? null : imported;
}

interface Values {
  stored: string | null;
  imported: string;
}

function mergeDay(day: string, { stored, imported }: Values, heads: ImportedHeads) {
  const theirs = dayEnvelope.open(imported);
  if (theirs.state !== "read" || theirs.value.record.day !== day) return null;
  const head = headOf(heads.stored);
  if (stored === null) {
    const isTold = head !== null && day > head.restartedOn && !isDayOf(day, head);
    return isTold ? undefined : imported;
  }
  const ours = dayEnvelope.open(stored);
  if (ours.state === "foreign") return null;
  if (ours.state === "damaged") return imported;
  const newer = isNewer(theirs.value, ours.value) ? imported : stored;
  if (head === null || day < head.restartedOn) return newer;
  const isOfTheirs = isSameHistory(head, headOf(heads.imported));
  const [own, other] = isOfTheirs ? [theirs.value, ours.value] : [ours.value, theirs.value];
  // The next day is told from the end of one that is over, but nothing is yet from that of one that is not.
  if (!own.isClosed && own.record.since === other.record.since) return newer;
  const whole = withOther(own, other, head);
  if (whole !== null) return dayEnvelope.seal({ ...own, record: whole });
  return isOfTheirs ? imported : stored;
}

/** A record that another history tells the beginning of, or the end; null: it stays as it is. */
function withOther({ record, isClosed }: StoredDay, { record: other }: StoredDay, head: Head) {
  const { day, since, checkedAt } = record;
  if (day === head.restartedOn && other.since < since && other.checkedAt <= checkedAt) {
    return joined(other, record);
  }
  // Where there is a time between the two, the next state tells the whole day.
  const goesOn = other.since >= since && other.since <= checkedAt && other.checkedAt > checkedAt;
  return day === head.openDay && !isClosed && goesOn ? joined(record, other) : null;
}

function headOf(text: string | null): Head | null {
  const opened = headEnvelope.open(text ?? "");
  return opened.state === "read" ? opened.value : null;
}

function isDayOf(day: string, { days, openDay }: Head): boolean {
  return day === openDay || days.includes(day);
}

function isSameHistory(one: Head, other: Head | null): boolean {
  return (
    one.restartedOn === other?.restartedOn &&
    one.openDay === other.openDay &&
    one.base.checkedAt === other.base.checkedAt
  );
}

function isNewer(one: StoredDay, other: StoredDay): boolean {
  const later = one.record.checkedAt - other.record.checkedAt;
  return later > 0 || (later === 0 && one.isClosed && !other.isClosed);
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
  const before = [...other.days, other.openDay].filter((day) => day < head.restartedOn);
  return {
    ...head,
    startedAt: Math.min(head.startedAt, other.startedAt),
    days: [...new Set([...head.days, ...before])].sort(),
  };
}
