import {
  applyChanges,
  changesBetween,
  type GameChange,
  joinedChanges,
  rebasedChanges,
} from "./game-change";
import type { PlayerState } from "./state";
import { TOTALS, type Totals } from "./totals";

/** The changes of a player's snapshots on one day, and the totals at its end. */
export interface DayRecord {
  /** Of the UTC calendar: `2026-11-23`. */
  day: string;
  /** Time of the snapshot with which the day began, in epoch milliseconds. It can be days before. */
  since: number;
  /** Time of the newest snapshot of the day, in epoch milliseconds. */
  checkedAt: number;
  /** The history starts or restarts on this day: earlier changes are unknown. */
  startsAnew: boolean;
  /** By id. Includes changes that are no event, such as another date. */
  games: GameChange[];
  renamed: Rename | null;
  /** At the start and at the end of the day. */
  before: Totals;
  totals: Totals;
}

/** A change of a player's name. */
export interface Rename {
  from: string;
  to: string;
}

/** What a record of a day needs in addition to its two states. */
export interface DayFacts {
  day: string;
  startsAnew: boolean;
  /** Known titles of games that left the list. */
  titles?: ReadonlyMap<number, string>;
}

/** The record of a day, from its first and its newest state. */
export function recordOf(base: PlayerState, latest: PlayerState, facts: DayFacts): DayRecord {
  return {
    day: facts.day,
    since: base.checkedAt,
    checkedAt: latest.checkedAt,
    startsAnew: facts.startsAnew,
    games: changesBetween(base.games, latest.games, facts.titles),
    renamed: base.name === latest.name ? null : { from: base.name, to: latest.name },
    before: base.totals,
    totals: latest.totals,
  };
}

/** The state at the end of a day, from the state at its start. */
export function stateAfter(base: PlayerState, record: DayRecord): PlayerState {
  return {
    name: record.renamed?.to ?? base.name,
    totals: record.totals,
    games: applyChanges(base.games, record.games),
    checkedAt: record.checkedAt,
  };
}

/** A record diffed from the end of an earlier record instead of the state that both were diffed from. */
export function rebased(record: DayRecord, earlier: DayRecord): DayRecord {
  const from = earlier.renamed?.to ?? record.renamed?.from;
  const to = record.renamed?.to ?? earlier.renamed?.from;
  return {
    ...record,
    since: earlier.checkedAt,
    games: rebasedChanges(record.games, earlier.games),
    renamed: from !== undefined && to !== undefined && from !== to ? { from, to } : null,
    before: earlier.totals,
  };
}

/** Joins two records of a day, of its beginning and of its end. Changes between the two are included as far as known. */
export function joined(first: DayRecord, second: DayRecord): DayRecord {
  const from = first.renamed?.from ?? second.renamed?.from;
  const to = second.renamed?.to ?? first.renamed?.to;
  return {
    ...second,
    since: first.since,
    startsAnew: first.startsAnew,
    games: joinedChanges(first.games, second.games),
    renamed: from !== undefined && to !== undefined && from !== to ? { from, to } : null,
    before: first.before,
  };
}

/** Whether nothing changed on a day. */
export function isUneventful({ games, renamed, before, totals }: DayRecord): boolean {
  return (
    games.length === 0 && renamed === null && TOTALS.every((key) => before[key] === totals[key])
  );
}
