import {
  applyChanges,
  changesBetween,
  type GameChange,
  joinedChanges,
  rebasedChanges,
} from "./game-change";
import type { PlayerState } from "./state";
import { TOTALS, type Totals } from "./totals";

/** What changed on one day of a player, and how things stood at its end. */
export interface DayRecord {
  /** Of the UTC calendar: `2026-11-23`. */
  day: string;
  /** When the state was seen with which the day began, in epoch milliseconds. It can be days before. */
  since: number;
  /** When the newest state of the day was seen, in epoch milliseconds. */
  checkedAt: number;
  /** The history starts on this day, for the first time or anew: what changed before it is not known. */
  startsAnew: boolean;
  /** By id. A change that means nothing to people, such as another date, is among them. */
  games: GameChange[];
  renamed: Rename | null;
  /** As the day began, and as it ended. */
  before: Totals;
  totals: Totals;
}

/** A change of a player's name. */
export interface Rename {
  from: string;
  to: string;
}

/** What a history tells of a day, besides the states that it lies between. */
export interface DayFacts {
  day: string;
  startsAnew: boolean;
  /** Of games that left the list, where somebody knows them. */
  titles?: ReadonlyMap<number, string>;
}

/** The record of a day that began with one state and whose newest is another. */
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

/** The state that a day ended with, from the one that it began with. */
export function stateAfter(base: PlayerState, record: DayRecord): PlayerState {
  return {
    name: record.renamed?.to ?? base.name,
    totals: record.totals,
    games: applyChanges(base.games, record.games),
    checkedAt: record.checkedAt,
  };
}

/** A record as it is told from the end of an earlier one that is told from the same state. */
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

/** One record of a day of two that tell its beginning and its end; what changed in between is told where they show it. */
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

/** Whether nothing at all changed on a day. */
export function isUneventful({ games, renamed, before, totals }: DayRecord): boolean {
  return (
    games.length === 0 && renamed === null && TOTALS.every((key) => before[key] === totals[key])
  );
}
