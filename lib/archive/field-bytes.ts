import type { ByteReader, ByteWriter } from "@/lib/domain/bytes";
import { AWARD_KINDS } from "@/lib/domain/player";
import type { GameChange } from "@/lib/history/game-change";
import type { ChangingField, GameState } from "@/lib/history/state";
import { TOTALS, type Totals } from "@/lib/history/totals";

type Write = (game: GameState, time: number, writer: ByteWriter) => void;

/** How each field of a game but its id is written, in this order. */
const WRITE: { [Field in ChangingField]: Write } = {
  maxPossible: (game, _time, writer) => writer.number(game.maxPossible),
  numAwarded: (game, _time, writer) => writer.signed(game.maxPossible - game.numAwarded),
  numAwardedHardcore: (game, _time, writer) =>
    writer.signed(game.numAwarded - game.numAwardedHardcore),
  mostRecentAwardedAt: (game, time, writer) => writer.near(game.mostRecentAwardedAt, time),
  highestAwardKind: (game, _time, writer) => writeKind(game, writer),
  highestAwardAt: (game, time, writer) =>
    writer.near(game.highestAwardAt, game.mostRecentAwardedAt ?? time),
};
const WRITES = Object.values(WRITE);

/** Encodes a game without its id. Dates are stored as differences from a time, in epoch seconds. */
export function writeGame(game: GameState, time: number, writer: ByteWriter): void {
  for (const write of WRITES) write(game, time, writer);
}

/** Decodes what {@link writeGame} wrote. */
export function readGame(id: number, time: number, reader: ByteReader): GameState {
  const maxPossible = reader.number();
  const numAwarded = maxPossible - reader.signed();
  const numAwardedHardcore = numAwarded - reader.signed();
  const mostRecentAwardedAt = reader.near(time);
  const highestAwardKind = readKind(reader);
  const highestAwardAt = reader.near(mostRecentAwardedAt ?? time);
  return {
    id,
    maxPossible,
    numAwarded,
    numAwardedHardcore,
    mostRecentAwardedAt,
    highestAwardKind,
    highestAwardAt,
  };
}

/** The bit of each field that a change can change; the two below are for the game itself. */
const BITS = {
  maxPossible: 4,
  numAwarded: 8,
  numAwardedHardcore: 16,
  mostRecentAwardedAt: 32,
  highestAwardKind: 64,
  highestAwardAt: 128,
} as const satisfies Record<ChangingField, number>;
const FIELDS = Object.entries(BITS) as [ChangingField, number][];
const WAS_THERE = 1;
const IS_THERE = 2;

/** The times of the snapshots before and after a change, in epoch seconds: dates are stored relative to them. */
interface Times {
  before: number;
  after: number;
}

/** Encodes a change of a game without its id: the game before, and the fields that differ after. */
export function writeChange(change: GameChange, times: Times, writer: ByteWriter): void {
  const { before, after, title } = change;
  const changed = before && after ? FIELDS.filter(([field]) => before[field] !== after[field]) : [];
  const bits = changed.reduce((sum, [, bit]) => sum + bit, 0);
  writer.number(bits + (before ? WAS_THERE : 0) + (after ? IS_THERE : 0));
  if (before) writeGame(before, times.before, writer);
  if (before && after) {
    for (const [field] of changed) {
      switch (field) {
        case "highestAwardKind":
          writeKind(after, writer);
          break;
        case "mostRecentAwardedAt":
        case "highestAwardAt":
          writer.near(after[field], times.after);
          break;
        default:
          writer.signed(after[field] - before[field]);
      }
    }
  } else if (after) {
    writeGame(after, times.after, writer);
  } else {
    writer.text(title ?? "");
  }
}

/** Decodes what {@link writeChange} wrote. */
export function readChange(id: number, times: Times, reader: ByteReader): GameChange {
  const bits = reader.number();
  const before = bits & WAS_THERE ? readGame(id, times.before, reader) : null;
  if (!(bits & IS_THERE)) return { id, before, after: null, title: reader.text() || null };
  if (!before) return { id, before, after: readGame(id, times.after, reader), title: null };
  const after = { ...before };
  for (const [field, bit] of FIELDS) {
    if (!(bits & bit)) continue;
    switch (field) {
      case "highestAwardKind":
        after.highestAwardKind = readKind(reader);
        break;
      case "mostRecentAwardedAt":
      case "highestAwardAt":
        after[field] = reader.near(times.after);
        break;
      default:
        after[field] += reader.signed();
    }
  }
  return { id, before, after, title: null };
}

function writeKind({ highestAwardKind }: GameState, writer: ByteWriter): void {
  writer.number(highestAwardKind === null ? 0 : AWARD_KINDS.indexOf(highestAwardKind) + 1);
}

function readKind(reader: ByteReader): GameState["highestAwardKind"] {
  return AWARD_KINDS[reader.number() - 1] ?? null;
}

/** Encodes totals as differences from likely ones; null: from zero. */
export function writeTotals(totals: Totals, likely: Totals | null, writer: ByteWriter): void {
  for (const key of TOTALS) writer.signed(totals[key] - (likely?.[key] ?? 0));
}

/** Decodes what {@link writeTotals} wrote. */
export function readTotals(likely: Totals | null, reader: ByteReader): Totals {
  const read = TOTALS.map((key) => [key, (likely?.[key] ?? 0) + reader.signed()]);
  return Object.fromEntries(read) as Record<keyof Totals, number>;
}
