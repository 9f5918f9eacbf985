import { utcDayOf } from "@/lib/domain/days";
import type { UnreadRows } from "@/lib/domain/player";
import { type DayRecord, recordOf, stateAfter } from "@/lib/history/day-record";
import { undoChanges } from "@/lib/history/game-change";
import type { PlayerState } from "@/lib/history/state";
import { withUnread } from "@/lib/history/unread";
import { contentOf, type Seen } from "./seen";
import { dayEnvelope, type StoredDay } from "./stored-day";
import { type Head, headEnvelope } from "./stored-head";

/** What is known of a player's history in the store. What is not there was not looked at. */
export interface View {
  head?: Seen<Head>;
  /** By day, as `2026-11-23`. */
  days: Map<string, Seen<StoredDay>>;
  /** All days that have a record, whatever the head says; the oldest first. */
  listed?: string[];
}

/** A state that is to be kept. */
export interface Arriving {
  state: PlayerState;
  /** Of games that left the list, where somebody knows them. */
  titles: ReadonlyMap<number, string>;
  /** Rows that the state does not have: their games are as they were. */
  unread?: UnreadRows;
}

/** What has to be done next to keep a state; after each the view is another, and this is asked again. */
export type Step =
  | { kind: "read"; day: string }
  | { kind: "list" }
  | Exchange
  /**
   * `kept`: the store has it. `older`: the store has a later state, which has all changes of this one.
   * `foreign`: another version of this site keeps the history, and this one cannot.
   */
  | { kind: "end"; how: "kept" | "older" | "foreign" };

/** A state is put beside at most so many days that are over. */
const MOST_LATER_DAYS = 40;

/** Writes a value if there is still what was seen. */
export interface Exchange {
  kind: "exchange";
  at: "head" | { day: string };
  expected: string | null;
  value: string;
}

/**
 * How a state gets into a player's history, one command at a time. There is one head, `H`, with the open day and
 * the state that it began with (the base), and one record a day, `R`. A record is always the difference between the
 * base and the latest state of its day, so that it does not matter who wrote it, how often, or what is in between:
 *
 *     H: open day 1, base s0     R1 = s0→s1, then s0→s2, then s0→s3         (a refresh with changes: one exchange)
 *
 *     The first state of day 2 turns the page:
 *       1. exchange R1: sealed                  nobody writes to it any more, also whoever has seen it open
 *       2. exchange H: open day 2, base s3      s3 = s0 with the changes of R1: the same for all who do this
 *       3. exchange R2: s3→s4
 *
 * All writes are exchanges, of values that never come back, so a writer who was late or stood still writes nothing:
 *
 *     A  ── seal R1 ────────────────────────── H: refused, reads H again: open day is 2 ── R2: s3→s4
 *     B  ───────────── R1 is sealed ── H: done ── R2: s3→s5 ──▶ refuses A's R2, which then is older or written over
 *     C  ── (has a state of day 1) ── R1: refused, is sealed ── ends: the states of A and B have its changes
 *
 * A process that could not write for a while can have a state of a day that nobody has told, while others have gone
 * on to a later one. It is put aside: told from the same state as the record after it, which stays as it is, so that
 * nobody needs to agree on more than the list of days in H. Whoever reads takes the one from the other:
 *
 *     R1  s0→s3    R2 (aside)  s3→s4    R3  s3→s5    is read as    R1  s0→s3    R2  s3→s4    R3  s4→s5
 *
 * Whoever dies after 1 or 2 leaves what the next one finds and goes on from: a sealed day under an old head, or an
 * open day without a record, which begins where the last one ended. What died with the process is in the next state
 * that anybody sees, and so is what a process could not write and forgot. Day 1 is sealed even if it has no record:
 * else a late writer could begin one, and its changes would be told twice.
 *
 * What is damaged is never read as something else. A record of the open day is made from the base again; if the day
 * is over, its changes move to the next one. Without a head the days stay, and the history starts anew with what is
 * known: the day that was open keeps its changes, since they are undone in the state to get its base.
 */
export function nextStep(view: View, arriving: Arriving): Step {
  const { state } = arriving;
  const today = utcDayOf(state.checkedAt);
  const { head } = view;
  if (head === undefined) return { kind: "read", day: today };
  if (head?.opened.state === "foreign") return { kind: "end", how: "foreign" };
  if (head?.opened.state === "read") {
    const { value } = head.opened;
    if (today < value.openDay) return putAside(view, head.text, value, arriving);
    if (today > value.openDay) return turnPage(view, head.text, value, today);
  }
  const record = view.days.get(today);
  if (record === undefined) return { kind: "read", day: today };
  if (record?.opened.state === "foreign") return { kind: "end", how: "foreign" };
  if (head?.opened.state === "read") return putRecord(record, head.opened.value, arriving);
  // Nobody writes a record before there is a head.
  if (head === null && record === null) return putHead(null, firstHead(state));
  return restart(view, head?.text ?? null, state);
}

function putRecord(seen: Seen<StoredDay>, head: Head, arriving: Arriving): Step {
  const { titles, unread } = arriving;
  const stored = contentOf(seen);
  if (stored?.isSealed) return { kind: "end", how: "older" };
  const before = stored?.record;
  const latest = before ? stateAfter(head.base, before) : head.base;
  const state = withUnread(arriving.state, latest, unread);
  if (before && before.checkedAt > state.checkedAt) return { kind: "end", how: "older" };
  const record = recordOf(head.base, state, {
    day: head.openDay,
    startsAnew: head.anewOn === head.openDay,
    titles: withKnown(titles, before),
  });
  if (before && isSameChange(before, record)) return { kind: "end", how: "kept" };
  return putDay(seen, { record, isSealed: false, isAside: false });
}

/** A later day has begun already: another process had a state of it first, while this one could not write. */
function putAside(view: View, text: string, head: Head, arriving: Arriving): Step {
  const { state, titles, unread } = arriving;
  const today = utcDayOf(state.checkedAt);
  if (state.checkedAt < head.startedAt || today < head.anewOn) return { kind: "end", how: "older" };
  const seen = view.days.get(today);
  if (seen === undefined) return { kind: "read", day: today };
  const stored = contentOf(seen);
  const isListed = head.days.includes(today);
  const isLater = stored?.isAside && stored.record.checkedAt <= state.checkedAt;
  const later = head.days.filter((day) => day > today).reverse();
  if ((seen || isListed) && !isLater) return { kind: "end", how: "older" };
  if (later.length > MOST_LATER_DAYS) return { kind: "end", how: "older" };
  let base = head.base;
  for (const day of later) {
    if (!view.days.has(day)) return { kind: "read", day };
    const record = contentOf(view.days.get(day))?.record;
    if (!record) return { kind: "end", how: "older" };
    base = withoutChanges(base, record);
  }
  const record = recordOf(base, withUnread(state, base, unread), {
    day: today,
    startsAnew: false,
    titles: withKnown(titles, stored?.record),
  });
  if (!stored || !isSameChange(stored.record, record)) {
    return putDay(seen, { record, isSealed: true, isAside: true });
  }
  if (isListed) return { kind: "end", how: "kept" };
  return putHead(text, { ...head, days: [...head.days, today].sort() });
}

/** The open day is over. */
function turnPage(view: View, text: string, head: Head, today: string): Step {
  const { openDay, base, anewOn } = head;
  if (!view.days.has(openDay)) return { kind: "read", day: openDay };
  const seen = view.days.get(openDay) ?? null;
  if (seen?.opened.state === "foreign") return { kind: "end", how: "foreign" };
  const stored = contentOf(seen);
  const isOfBase = stored?.record.since === base.checkedAt;
  // An import can bring another base, from which nobody has told the day since.
  const record =
    stored && isOfBase
      ? stored.record
      : recordOf(base, stored ? stateAfter(base, stored.record) : base, {
          day: openDay,
          startsAnew: anewOn === openDay,
          titles: withKnown(new Map(), stored?.record),
        });
  if (!stored?.isSealed || !isOfBase) {
    return putDay(seen, { record, isSealed: true, isAside: false });
  }
  return putHead(text, {
    ...head,
    days: [...head.days, openDay],
    openDay: today,
    base: stateAfter(base, record),
  });
}

/** There is no head that can be read, but there was one. */
function restart(view: View, text: string | null, state: PlayerState): Step {
  const today = utcDayOf(state.checkedAt);
  if (!view.listed) return { kind: "list" };
  const last = view.listed.at(-1);
  const first = view.listed[0];
  if (last === undefined || first === undefined) return putHead(text, firstHead(state));
  if (last > today) return { kind: "end", how: "older" };
  if (!view.days.has(last)) return { kind: "read", day: last };
  const seen = view.days.get(last) ?? null;
  const stored = contentOf(seen);
  if (seen?.opened.state === "foreign") return { kind: "end", how: "foreign" };
  if (last === today && stored?.isSealed) return { kind: "end", how: "older" };
  if (last < today && stored && !stored.isSealed) {
    return putDay(seen, { ...stored, isSealed: true });
  }
  return putHead(text, {
    startedAt: Date.parse(first),
    anewOn: today,
    days: view.listed.filter((day) => day < today),
    openDay: today,
    base: last === today && stored ? withoutChanges(state, stored.record) : state,
  });
}

function firstHead(state: PlayerState): Head {
  const day = utcDayOf(state.checkedAt);
  return { startedAt: state.checkedAt, anewOn: day, days: [], openDay: day, base: state };
}

/** A state as it was before the changes of a record. */
function withoutChanges(state: PlayerState, record: DayRecord): PlayerState {
  return {
    name: record.renamed?.from ?? state.name,
    totals: record.before,
    games: undoChanges(state.games, record.games),
    checkedAt: record.since,
  };
}

/** Titles of games that left, with those that a record has already: who writes it again need not know them. */
function withKnown(titles: ReadonlyMap<number, string>, record: DayRecord | undefined) {
  const known = new Map(titles);
  for (const { id, title } of record?.games ?? []) if (title !== null) known.set(id, title);
  return known;
}

/** Whether two records of a day tell the same, whenever it was seen. */
function isSameChange(one: DayRecord, other: DayRecord): boolean {
  const { checkedAt } = one;
  const text = (record: DayRecord) =>
    dayEnvelope.seal({ record: { ...record, checkedAt }, isSealed: false, isAside: false });
  return text(one) === text(other);
}

function putHead(expected: string | null, head: Head): Step {
  return { kind: "exchange", at: "head", expected, value: headEnvelope.seal(head) };
}

function putDay(seen: Seen<StoredDay>, day: StoredDay): Step {
  const at = { day: day.record.day };
  return { kind: "exchange", at, expected: seen?.text ?? null, value: dayEnvelope.seal(day) };
}
