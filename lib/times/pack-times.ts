import { createByteReader, createByteWriter } from "@/lib/domain/bytes";
import { type GameTime, UNKNOWN_TIME } from "./game-time";

type Column = Exclude<keyof GameTime, "gameId" | "isSubset">;
type Numbers = Pick<GameTime, Column>;

/** The start of RA, for dates with no other date to compare with. */
const FIRST_DATE = Date.UTC(2012, 0) / 1000;

/** The columns in their order; each value is stored as its difference from a value that is likely by the columns before it. */
const COLUMNS: readonly [name: Column, likely: (known: Numbers, before: Numbers) => number][] = [
  ["firstUnlockAt", (_, before) => before.firstUnlockAt ?? FIRST_DATE],
  ["beatenHardcoreAt", ({ firstUnlockAt }) => firstUnlockAt ?? FIRST_DATE],
  ["beatenAt", (known) => known.beatenHardcoreAt ?? known.firstUnlockAt ?? FIRST_DATE],
  ["masteredAt", (known) => known.beatenHardcoreAt ?? known.firstUnlockAt ?? FIRST_DATE],
  ["completedAt", (known) => known.masteredAt ?? known.beatenAt ?? known.firstUnlockAt ?? 0],
  ["playtime", () => 0],
  ["timeToMaster", ({ playtime }) => playtime ?? 0],
  ["timeToComplete", ({ timeToMaster, playtime }) => timeToMaster ?? playtime ?? 0],
  ["timeToBeatHardcore", ({ timeToMaster, playtime }) => timeToMaster ?? playtime ?? 0],
  ["timeToBeat", (known) => known.timeToBeatHardcore ?? known.playtime ?? 0],
  ["pointsTotal", () => 0],
  ["points", ({ pointsTotal }) => pointsTotal ?? 0],
  ["pointsHardcore", ({ points }) => points ?? 0],
  ["retroPoints", ({ pointsHardcore }) => pointsHardcore ?? 0],
  ["medianMasterMinutes", () => 0],
  ["medianCompleteMinutes", ({ medianMasterMinutes }) => medianMasterMinutes ?? 0],
  ["medianBeatHardcoreMinutes", () => 0],
  ["medianBeatMinutes", ({ medianBeatHardcoreMinutes }) => medianBeatHardcoreMinutes ?? 0],
  ["playersHardcore", () => 0],
  ["timesMastered", () => 0],
];

const SUBSET_MARKS = [null, false, true];

/**
 * Encodes times of games as columns of differences, by the time of the first unlock, which compress to less than 30 bytes
 * a game. The bytes name no version: what stores them does.
 *
 * @throws RangeError for a number that is no integer
 */
export function packTimes(times: readonly GameTime[]): Uint8Array {
  const sorted = times.toSorted(byFirstUnlock);
  const writer = createByteWriter();
  writer.number(sorted.length);
  let id = 0;
  for (const { gameId } of sorted) {
    writer.signed(gameId - id);
    id = gameId;
  }
  for (const [name, likely] of COLUMNS) {
    let before: Numbers = UNKNOWN_TIME;
    for (const time of sorted) {
      writer.near(time[name], likely(time, before));
      before = time;
    }
  }
  for (const { isSubset } of sorted) writer.number(SUBSET_MARKS.indexOf(isSubset));
  return writer.bytes();
}

/** The times that {@link packTimes} encoded, by the time of the first unlock. @throws RangeError if bytes are missing */
export function unpackTimes(bytes: Uint8Array): GameTime[] {
  const reader = createByteReader(bytes);
  const length = reader.number();
  const times: GameTime[] = [];
  let id = 0;
  // Grows game by game: a damaged length ends at the last byte.
  while (times.length < length) {
    id += reader.signed();
    times.push({ gameId: id, ...UNKNOWN_TIME });
  }
  for (const [name, likely] of COLUMNS) {
    let before: Numbers = UNKNOWN_TIME;
    for (const time of times) {
      time[name] = reader.near(likely(time, before));
      before = time;
    }
  }
  for (const time of times) {
    const mark = SUBSET_MARKS[reader.number()];
    if (mark === undefined) throw new RangeError("There is no such mark.");
    time.isSubset = mark;
  }
  return times;
}

/** The order of {@link unpackTimes}: by the first unlock, games without one last, then by id. */
export function byFirstUnlock(a: GameTime, b: GameTime): number {
  const [first, second] = [a.firstUnlockAt ?? Infinity, b.firstUnlockAt ?? Infinity];
  if (first === second) return a.gameId - b.gameId;
  return first < second ? -1 : 1;
}
