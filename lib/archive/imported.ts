import { joined } from "@/lib/history/day-record";
import { dayEnvelope, type StoredDay } from "./stored-day";
import { type Head, headEnvelope } from "./stored-head";

/** The heads of a value's player, as texts. */
export interface ImportedHeads {
  /** The stored head, after the import of the head; null: none. */
  stored: string | null;
  /** The head of the export; null: none. */
  imported: string | null;
}

/**
 * The value to store under a history's key, of the stored and the imported one. Merging is idempotent and commutative, a
 * backup reverts nothing, and a history that started before the old one was imported goes on.
 *
 * Of two heads the later one stays, with all days since its history started: each is a diff from the one before, so a
 * day of the other history in between would count twice. The other history has the days before. The day of the seam,
 * and the open day, get one record with the changes of both:
 *
 *     one    R1  a0→a1    R2  a1→a2                                  is merged to
 *     other               R2  b0→b1 (start)    R3  b1→b2             R1  a0→a1    R2  a1→b1    R3  b1→b2
 *
 * @param stored null: none
 * @returns null: one of them is in a format of another version of the site, or the imported one is damaged. Undefined:
 *   none, the stored history covers that day
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
 * The value to store if the imported one replaces any other, unless it is damaged or its day is not that of its key: the
 * stored one may be readable.
 *
 * @param _stored ignored; it makes the signature that of {@link mergeImported}
 * @returns null: the imported value is damaged, or of another day
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
  const head = headEnvelope.read(heads.stored);
  if (stored === null) {
    const isCovered = head !== null && day > head.restartedOn && !isDayOf(day, head);
    return isCovered ? undefined : imported;
  }
  const ours = dayEnvelope.open(stored);
  if (ours.state === "foreign") return null;
  if (ours.state === "damaged") return imported;
  const newer = isNewer(theirs.value, ours.value) ? imported : stored;
  if (head === null || day < head.restartedOn) return newer;
  const isImportedHistory = isSameHistory(head, headEnvelope.read(heads.imported));
  const [own, other] = isImportedHistory ? [theirs.value, ours.value] : [ours.value, theirs.value];
  // A later day is a diff from the end of a closed one; an open one has no later day yet.
  if (!own.isClosed && own.record.since === other.record.since) return newer;
  const whole = withOther(own, other, head);
  if (whole !== null) return dayEnvelope.seal({ ...own, record: whole });
  return isImportedHistory ? imported : stored;
}

/** A record joined with that of another history that has its beginning or its end; null: it stays as it is. */
function withOther({ record, isClosed }: StoredDay, { record: other }: StoredDay, head: Head) {
  const { day, since, checkedAt } = record;
  if (day === head.restartedOn && other.since < since && other.checkedAt <= checkedAt) {
    return joined(other, record);
  }
  // If there is a time between the two, the diff of the next snapshot has the whole day.
  const goesOn = other.since >= since && other.since <= checkedAt && other.checkedAt > checkedAt;
  return day === head.openDay && !isClosed && goesOn ? joined(record, other) : null;
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
  return isLater(theirs.value, ours.value)
    ? headEnvelope.seal(withDaysOf(theirs.value, ours.value))
    : headEnvelope.seal(withDaysOf(ours.value, theirs.value));
}

/** On the same day, the head with the earlier base has more changes. */
function isLater(one: Head, other: Head): boolean {
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
