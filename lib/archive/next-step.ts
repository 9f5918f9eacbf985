import { utcDayOf } from "@/lib/domain/days";
import type { UnreadRows } from "@/lib/domain/player";
import { type DayRecord, recordOf, stateAfter } from "@/lib/history/day-record";
import { undoChanges } from "@/lib/history/game-change";
import type { PlayerState } from "@/lib/history/state";
import { withUnread } from "@/lib/history/unread";
import { dayEnvelope, type StoredDay } from "./stored-day";
import type { Head } from "./stored-head";
import { contentOf, type StoredValue } from "./stored-value";

/** What is known of a player's history in the store. What is absent was not read. */
export interface View {
  head?: StoredValue<Head>;
  /** By day, as `2026-11-23`. */
  days: Map<string, StoredValue<StoredDay>>;
  /** All days that have a record, whether the head lists them or not; the oldest first. */
  listed?: string[];
}

/** A snapshot that the store does not have yet. */
export interface PendingSnapshot {
  snapshot: PlayerState;
  /** Of games that left the list, where they are known. */
  titles: ReadonlyMap<number, string>;
  /** Rows that the snapshot lacks: their games stay as they were. */
  unread?: UnreadRows;
}

/** The next command to store a snapshot; its result goes into the view, and the next step is asked for. */
export type Step = { kind: "read"; day: string } | { kind: "list" } | CommitStep | End;

/** Writes a head, records of days or both. The commit is guarded by what the view has under these keys. */
export interface CommitStep {
  kind: "commit";
  head?: Head;
  days: StoredDay[];
}

/**
 * `kept`: the store has the snapshot. `older`: the store has a later one, which includes its changes. `foreign`: the
 * history is in a format of another version of this site.
 */
export interface End {
  kind: "end";
  how: "kept" | "older" | "foreign";
}

/** A late day is inserted before at most this many days. */
const MAX_LATER_DAYS = 40;

/**
 * How a snapshot gets into a player's history. There is one head, `H`, with the open day and the snapshot that it
 * began with (the base), and one record a day, `R`: the diff between the base and the latest snapshot of the day. So
 * all writers compute the same record from the same snapshots.
 *
 *     first snapshot         commit H: open day 1, base s0    R1: empty
 *     a refresh with news    commit R1: s0→s2                                   (it was s0→s1)
 *     first one of day 2     commit H: open day 2, base s2    R1: closed    R2: s2→s3
 *
 * A commit is atomic, and is guarded by the values that it replaces; these never come back. So of two writers one is
 * refused, reads what the other wrote, and goes on from there:
 *
 *     A  ── commit H, R1, R2: s2→s3
 *     B  ── commit H, R1, R2: refused, H has day 2 open ── commit R2: s2→s4
 *     C  ── (has a snapshot of day 1) commit R1: refused, R1 is closed ── ends: R2 includes its changes
 *
 * A process that could not write for a while may have a snapshot of a day without a record, while others have begun
 * later days. That late day is inserted, as a diff from the same base as the record after it, which stays as it is: a
 * closed record never changes, since readers have it in memory. They rebase it onto the late day:
 *
 *     R1  s0→s2    R2 (late)  s2→s3    R3  s2→s4    is read as    R1  s0→s2    R2  s2→s3    R3  s3→s4
 *
 * Versions of this site up to 2026-11 wrote one key at a time. They may write at the same time, and what they left
 * half done is finished: a closed day under an old head or an open day without a record by any writer, a late day that
 * the head does not list by the next snapshot of that day.
 *
 * A damaged record of the open day is made from the base again; if the day is over, its changes move to the next one.
 * Without a readable head the days stay, and the history restarts on that day: if it had a record, that keeps its
 * changes, which are undone in the snapshot to get the base.
 */
export function nextStep(view: View, pending: PendingSnapshot): Step {
  const today = utcDayOf(pending.snapshot.checkedAt);
  if (view.head === undefined) return { kind: "read", day: today };
  if (view.head?.opened.state === "foreign") return end("foreign");
  const head = contentOf(view.head);
  if (head && today < head.openDay) return insertLateDay(view, head, pending);
  if (head && today > head.openDay) return turnDay(view, head, pending);
  const seen = view.days.get(today);
  if (seen === undefined) return { kind: "read", day: today };
  if (!head) return start(view, pending);
  const day = updateDay(seen, head, pending);
  return "kind" in day ? day : { kind: "commit", days: [day] };
}

const end = (how: End["how"]): End => ({ kind: "end", how });

/** The open day with a snapshot in it, or why it stays as it is. */
function updateDay(
  seen: StoredValue<StoredDay>,
  head: Head,
  pending: PendingSnapshot,
): StoredDay | End {
  if (seen?.opened.state === "foreign") return end("foreign");
  const stored = contentOf(seen);
  if (stored?.isClosed) return end("older");
  const before = stored?.record;
  const latest = before ? stateAfter(head.base, before) : head.base;
  const snapshot = withUnread(pending.snapshot, latest, pending.unread);
  if (before && before.checkedAt > snapshot.checkedAt) return end("older");
  const record = recordOf(head.base, snapshot, {
    day: head.openDay,
    startsAnew: head.restartedOn === head.openDay,
    titles: withKnown(pending.titles, before),
  });
  if (before && isSameChange(before, record)) return end("kept");
  return { record, isClosed: false, isLate: false };
}

/** Writes a head, together with the record of its open day. */
function commitWithOpenDay(
  view: View,
  head: Head,
  pending: PendingSnapshot,
  days: StoredDay[] = [],
): CommitStep {
  const day = updateDay(view.days.get(head.openDay) ?? null, head, pending);
  return { kind: "commit", head, days: "kind" in day ? days : [...days, day] };
}

/** The open day is over: closes it, and opens the next. */
function turnDay(view: View, head: Head, pending: PendingSnapshot): Step {
  const { openDay, base, restartedOn } = head;
  const seen = view.days.get(openDay);
  if (seen === undefined) return { kind: "read", day: openDay };
  if (seen?.opened.state === "foreign") return end("foreign");
  const stored = contentOf(seen);
  // An import can bring another base, which the stored record is no diff from.
  const isOfBase = stored?.record.since === base.checkedAt;
  const record =
    stored && isOfBase
      ? stored.record
      : recordOf(base, stored ? stateAfter(base, stored.record) : base, {
          day: openDay,
          startsAnew: restartedOn === openDay,
          titles: withKnown(new Map(), stored?.record),
        });
  const next = {
    ...head,
    days: [...head.days, openDay],
    openDay: utcDayOf(pending.snapshot.checkedAt),
    base: stateAfter(base, record),
  };
  return commitWithOpenDay(view, next, pending, [{ record, isClosed: true, isLate: false }]);
}

/** A later day is open already: another process had a snapshot of it first, while this one could not write. */
function insertLateDay(view: View, head: Head, pending: PendingSnapshot): Step {
  const { snapshot, titles, unread } = pending;
  const day = utcDayOf(snapshot.checkedAt);
  if (snapshot.checkedAt < head.startedAt || day < head.restartedOn) return end("older");
  const seen = view.days.get(day);
  if (seen === undefined) return { kind: "read", day };
  const stored = contentOf(seen);
  const isListed = head.days.includes(day);
  if ((seen || isListed) && !stored?.isLate) return end("older");
  const list = (how: End["how"]): Step =>
    isListed ? end(how) : { kind: "commit", head: withDay(head, day), days: [] };
  if (stored && stored.record.checkedAt > snapshot.checkedAt) return list("older");
  const later = head.days.filter((each) => each > day).reverse();
  if (later.length > MAX_LATER_DAYS) return end("older");
  let base = head.base;
  for (const each of later) {
    if (!view.days.has(each)) return { kind: "read", day: each };
    const record = contentOf(view.days.get(each))?.record;
    if (!record) return end("older");
    base = withoutChanges(base, record);
  }
  const record = recordOf(base, withUnread(snapshot, base, unread), {
    day,
    startsAnew: false,
    titles: withKnown(titles, stored?.record),
  });
  if (stored && isSameChange(stored.record, record)) return list("kept");
  const days = [{ record, isClosed: true, isLate: true }];
  return { kind: "commit", days, ...(!isListed && { head: withDay(head, day) }) };
}

/** There is no readable head: starts the history, or restarts it after its last record. */
function start(view: View, pending: PendingSnapshot): Step {
  const { snapshot } = pending;
  const today = utcDayOf(snapshot.checkedAt);
  // A record implies that there was a head.
  const listed = view.head === null && view.days.get(today) === null ? [] : view.listed;
  if (!listed) return { kind: "list" };
  const [first, last = today] = [listed[0], listed.at(-1)];
  if (last > today) return end("older");
  const seen = view.days.get(last);
  if (seen === undefined) return { kind: "read", day: last };
  if (seen?.opened.state === "foreign") return end("foreign");
  const stored = contentOf(seen);
  if (last === today && stored?.isClosed) return end("older");
  const head = {
    startedAt: first === undefined ? snapshot.checkedAt : Date.parse(first),
    restartedOn: today,
    days: listed.filter((day) => day < today),
    openDay: today,
    base: last === today && stored ? withoutChanges(snapshot, stored.record) : snapshot,
  };
  const isLeftOpen = last < today && stored && !stored.isClosed;
  return commitWithOpenDay(view, head, pending, isLeftOpen ? [{ ...stored, isClosed: true }] : []);
}

function withDay(head: Head, day: string): Head {
  return { ...head, days: [...head.days, day].sort() };
}

/** A snapshot as it was before the changes of a record. */
function withoutChanges(snapshot: PlayerState, record: DayRecord): PlayerState {
  return {
    name: record.renamed?.from ?? snapshot.name,
    totals: record.before,
    games: undoChanges(snapshot.games, record.games),
    checkedAt: record.since,
  };
}

/** Titles of games that left, with those that the stored record has: another writer need not know them. */
function withKnown(titles: ReadonlyMap<number, string>, record: DayRecord | undefined) {
  const known = new Map(titles);
  for (const { id, title } of record?.games ?? []) if (title !== null) known.set(id, title);
  return known;
}

/** Whether two records of a day differ at most in when the last snapshot was taken. */
function isSameChange(one: DayRecord, other: DayRecord): boolean {
  const { checkedAt } = one;
  const text = (record: DayRecord) =>
    dayEnvelope.seal({ record: { ...record, checkedAt }, isClosed: false, isLate: false });
  return text(one) === text(other);
}
