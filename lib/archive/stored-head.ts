import { type ByteReader, type ByteWriter, dayNumber, dayOfNumber } from "@/lib/domain/bytes";
import type { GameState, PlayerState } from "@/lib/history/state";
import { createEnvelope } from "./envelope";
import { readGame, readTotals, writeGame, writeTotals } from "./field-bytes";

/** What a player's history consists of, and the base of its open day. */
export interface Head {
  /** When the first snapshot was taken, in epoch milliseconds. */
  startedAt: number;
  /** The day on which the history started or last restarted. */
  restartedOn: string;
  /** The closed days, the oldest first. */
  days: readonly string[];
  /** The day that snapshots are written to. */
  openDay: string;
  /** The snapshot that the record of that day is a diff from. */
  base: PlayerState;
}

/** Encodes heads: 13 to 16 bytes for each game of the player, and two for each run of days without a gap. */
export const headEnvelope = createEnvelope<Head>("lphh", write, { 1: read });

function write({ startedAt, restartedOn, days, openDay, base }: Head, writer: ByteWriter): void {
  writer.number(startedAt);
  writer.number(dayNumber(restartedOn));
  writer.number(dayNumber(openDay));
  const ranges = rangesOf(days.map(dayNumber));
  writer.number(ranges.length);
  let last = 0;
  for (const [from, to] of ranges) {
    writer.number(from - last);
    writer.number(to - from);
    last = to;
  }
  writer.text(base.name);
  writer.number(base.checkedAt);
  writeTotals(base.totals, null, writer);
  writer.number(base.games.length);
  let id = 0;
  for (const game of base.games) {
    writer.signed(game.id - id);
    id = game.id;
    writeGame(game, Math.floor(base.checkedAt / 1000), writer);
  }
}

function read(reader: ByteReader): Head {
  const startedAt = reader.number();
  const restartedOn = dayOfNumber(reader.number());
  const openDay = dayOfNumber(reader.number());
  const days: string[] = [];
  let last = 0;
  for (let left = reader.number(); left > 0; left--) {
    const from = last + reader.number();
    last = from + reader.number();
    for (let day = from; day <= last; day++) days.push(dayOfNumber(day));
  }
  const name = reader.text();
  const checkedAt = reader.number();
  const totals = readTotals(null, reader);
  const games: GameState[] = [];
  let id = 0;
  for (let left = reader.number(); left > 0; left--) {
    id += reader.signed();
    games.push(readGame(id, Math.floor(checkedAt / 1000), reader));
  }
  return { startedAt, restartedOn, openDay, days, base: { name, totals, games, checkedAt } };
}

/** Runs of numbers without a gap, first and last. */
function rangesOf(numbers: readonly number[]): [from: number, to: number][] {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const range = ranges.at(-1);
    if (range && range[1] + 1 === number) range[1] = number;
    else ranges.push([number, number]);
  }
  return ranges;
}
