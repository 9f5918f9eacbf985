import { InvalidResponse } from "@/lib/domain/upstream-error";
import { LIMITS } from "@/lib/limits";
import { observe } from "@/lib/observe/observe";
import { abortAfter } from "./abort-after";
import type { AnswerBounds, SendRequest } from "./request";
import type { RetroAchievements, UnlockPage } from "./retroachievements";
import { readUnlockRows, type UnlockRows } from "./wire-unlocks";

const BOUNDS: AnswerBounds = { bytes: LIMITS.unlocksBytes, values: LIMITS.unlocksValues };

/** Makes `fetchUnlocks` of a client. RA sends the oldest 500 of a period: the next call begins in the last one's second. */
export function createFetchUnlocks(send: SendRequest): RetroAchievements["fetchUnlocks"] {
  async function fetchRows(user: string, from: number, to: number): Promise<UnlockRows> {
    const own = abortAfter(LIMITS.loadMs);
    try {
      const parameters = { u: user, f: from, t: to };
      const read = readUnlockRows(await send("unlocks", parameters, BOUNDS, own.signal));
      if (!read) throw new InvalidResponse();
      if (read.unreadable > 0) observe({ type: "unreadable-rows", rows: read.unreadable });
      return read;
    } finally {
      own.clear();
    }
  }

  return async function* fetchUnlocks(user, { from, to, acquire }) {
    let start = from;
    /** What the call before brought of the second in which this one begins. */
    let repeated: ReadonlySet<number> = new Set();
    for (let calls = 0; calls < LIMITS.unlocksPages; calls++) {
      await acquire?.(1);
      const { rows, count, lastAt } = await fetchRows(user, start, to);
      const isLast = count < LIMITS.unlocksPageSize || lastAt === null;
      if (!isLast && lastAt < start) throw new InvalidResponse();
      const isCut = !isLast && lastAt === start;
      const page = { ...withoutRepeats(rows, start, repeated), isCut };
      if (isCut) {
        const message = `A second has ${count} unlocks of a player or more: further ones are not listed.`;
        observe({ type: "warning", message });
      }
      if (isLast || isCut) {
        yield { ...page, next: isCut && start < to ? start + 1 : null };
        return;
      }
      repeated = new Set(rows.filter(({ unlock }) => unlock.at === lastAt).map(idOf));
      start = lastAt;
      yield { ...page, next: start };
    }
    throw new InvalidResponse();
  };
}

const idOf = ({ unlock }: UnlockRows["rows"][0]) => unlock.achievementId;

/** Rows without those of the first second that are known, each achievement once. */
function withoutRepeats(
  rows: UnlockRows["rows"],
  firstSecond: number,
  known: ReadonlySet<number>,
): Pick<UnlockPage, "unlocks" | "names"> {
  const byId = new Map<number, UnlockRows["rows"][0]>();
  for (const row of rows) {
    if (row.unlock.at === firstSecond && known.has(idOf(row))) continue;
    byId.set(idOf(row), row);
  }
  const unique = [...byId.values()];
  return { unlocks: unique.map(({ unlock }) => unlock), names: unique.map(({ name }) => name) };
}
