import { type ByteReader, type ByteWriter, dayNumber, dayOfNumber } from "@/lib/domain/bytes";
import type { DayRecord } from "@/lib/history/day-record";
import type { GameChange } from "@/lib/history/game-change";
import { createEnvelope } from "./envelope";
import { readChange, readTotals, writeChange, writeTotals } from "./field-bytes";

/** A day as it is stored. */
export interface StoredDay {
  record: DayRecord;
  /** The day is over: its record never changes again. */
  isClosed: boolean;
  /**
   * It was inserted after a later day had begun: that day's record is a diff from the same base. A later snapshot of
   * this day can still replace it.
   */
  isLate: boolean;
}

const IS_CLOSED = 1;
const STARTS_ANEW = 2;
const IS_RENAMED = 4;
const IS_LATE = 8;

/**
 * Encodes days: about 90 bytes, and 20 to 50 for each game that changed. A day can be read without its head, so that a
 * damaged head costs no day.
 */
export const dayEnvelope = createEnvelope<StoredDay>("lphd", write, { 1: read });

function write({ record, isClosed, isLate }: StoredDay, writer: ByteWriter): void {
  const { renamed, games } = record;
  writer.number(
    (isClosed ? IS_CLOSED : 0) +
      (record.startsAnew ? STARTS_ANEW : 0) +
      (renamed ? IS_RENAMED : 0) +
      (isLate ? IS_LATE : 0),
  );
  writer.number(dayNumber(record.day));
  writer.number(record.since);
  writer.signed(record.checkedAt - record.since);
  if (renamed) {
    writer.text(renamed.from);
    writer.text(renamed.to);
  }
  writeTotals(record.before, null, writer);
  writeTotals(record.totals, record.before, writer);
  writer.number(games.length);
  let id = 0;
  for (const change of games) {
    writer.signed(change.id - id);
    id = change.id;
    writeChange(change, timesOf(record), writer);
  }
}

function read(reader: ByteReader): StoredDay {
  const bits = reader.number();
  const day = dayOfNumber(reader.number());
  const since = reader.number();
  const checkedAt = since + reader.signed();
  const renamed = bits & IS_RENAMED ? { from: reader.text(), to: reader.text() } : null;
  const before = readTotals(null, reader);
  const totals = readTotals(before, reader);
  const games: GameChange[] = [];
  let id = 0;
  for (let left = reader.number(); left > 0; left--) {
    id += reader.signed();
    games.push(readChange(id, timesOf({ since, checkedAt }), reader));
  }
  const startsAnew = (bits & STARTS_ANEW) !== 0;
  return {
    record: { day, since, checkedAt, startsAnew, games, renamed, before, totals },
    isClosed: (bits & IS_CLOSED) !== 0,
    isLate: (bits & IS_LATE) !== 0,
  };
}

function timesOf({ since, checkedAt }: Pick<DayRecord, "since" | "checkedAt">) {
  return { before: Math.floor(since / 1000), after: Math.floor(checkedAt / 1000) };
}
