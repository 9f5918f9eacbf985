import { createByteReader, createByteWriter } from "@/lib/domain/bytes";
import { compareUnlocks, type Unlock, type UnlockName } from "./unlock";

/**
 * Encodes unlocks as columns of differences, oldest first, which compress to some five bytes an unlock. The bytes name no
 * version: the stored value does.
 *
 * @throws RangeError for a number that is negative or no integer
 */
export function packUnlocks(unlocks: readonly Unlock[]): Uint8Array {
  const sorted = unlocks.toSorted(compareUnlocks);
  const writer = createByteWriter();
  writer.number(sorted.length);
  let at = 0;
  for (const unlock of sorted) {
    writer.number(unlock.at - at);
    at = unlock.at;
  }
  let gameId = 0;
  for (const unlock of sorted) {
    writer.signed(unlock.gameId - gameId);
    gameId = unlock.gameId;
  }
  const lastOf = createLastIds();
  for (const unlock of sorted) {
    writer.signed(unlock.achievementId - lastOf.get(unlock.gameId));
    lastOf.set(unlock.gameId, unlock.achievementId);
  }
  for (const { points, isHardcore } of sorted) writer.number(2 * points + (isHardcore ? 0 : 1));
  for (const { points, retroPoints } of sorted) writer.signed(retroPoints - points);
  return writer.bytes();
}

/** The unlocks that {@link packUnlocks} encoded, oldest first. @throws RangeError if bytes are missing */
export function unpackUnlocks(bytes: Uint8Array): Unlock[] {
  const reader = createByteReader(bytes);
  const length = reader.number();
  const ats = column(length, (at = 0) => at + reader.number());
  const gameIds = column(length, (id = 0) => id + reader.signed());
  const lastOf = createLastIds();
  const achievementIds = gameIds.map((gameId) => {
    const id = lastOf.get(gameId) + reader.signed();
    lastOf.set(gameId, id);
    return id;
  });
  const worth = gameIds.map(() => reader.number());
  return gameIds.map((gameId, index) => {
    const number = worth[index] ?? 0;
    const points = Math.floor(number / 2);
    return {
      achievementId: achievementIds[index] ?? 0,
      gameId,
      points,
      retroPoints: points + reader.signed(),
      isHardcore: number % 2 === 0,
      at: ats[index] ?? 0,
    };
  });
}

/** Encodes names, each achievement once. Read only where a day's unlocks are listed. */
export function packNames(names: readonly UnlockName[]): Uint8Array {
  const byId = new Map(names.map((name) => [name.achievementId, name]));
  const sorted = [...byId.values()].sort((a, b) => a.achievementId - b.achievementId);
  const writer = createByteWriter();
  writer.number(sorted.length);
  let id = 0;
  for (const { achievementId } of sorted) {
    writer.number(achievementId - id);
    id = achievementId;
  }
  let last = 0;
  for (const { badgeName } of sorted) {
    const badge = badgeNumber(badgeName);
    writer.near(badge, last);
    if (badge === null) writer.text(badgeName);
    last = badge ?? last;
  }
  for (const { title } of sorted) writer.text(title);
  return writer.bytes();
}

/** The names that {@link packNames} encoded, by achievement. @throws RangeError or TypeError for other bytes */
export function unpackNames(bytes: Uint8Array): UnlockName[] {
  const reader = createByteReader(bytes);
  const length = reader.number();
  const ids = column(length, (id = 0) => id + reader.number());
  let last = 0;
  const badgeNames = ids.map(() => {
    const badge = reader.near(last);
    if (badge === null) return reader.text();
    last = badge;
    return String(badge).padStart(5, "0");
  });
  return ids.map((achievementId, index) => ({
    achievementId,
    title: reader.text(),
    badgeName: badgeNames[index] ?? "",
  }));
}

/** Badges of RA have numbers of at least five digits; null for any other. */
function badgeNumber(badgeName: string): number | null {
  return /^(\d{5}|[1-9]\d{5,8})$/.test(badgeName) ? Number(badgeName) : null;
}

/** Reads a column, each entry from the one before. Grows entry by entry: a damaged length ends at the last byte. */
function column(length: number, next: (before: number | undefined) => number): number[] {
  const values: number[] = [];
  while (values.length < length) values.push(next(values.at(-1)));
  return values;
}

/** The last achievement of each game; of a new game the last of all, since RA numbers a set's achievements in a row. */
function createLastIds() {
  const byGame = new Map<number, number>();
  let last = 0;
  return {
    get: (gameId: number) => byGame.get(gameId) ?? last,
    set(gameId: number, achievementId: number) {
      byGame.set(gameId, achievementId);
      last = achievementId;
    },
  };
}
