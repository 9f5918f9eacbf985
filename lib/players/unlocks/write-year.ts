import { hasSameNames, isListed, isSame, type ReadUnlocks, replaceYear } from "./apply-unlocks";
import { readContents } from "./read-contents";
import type { Part } from "./stored-unlocks";
import {
  compared,
  completed,
  isComplete,
  type UnlockHead,
  withReadAt,
  withYears,
} from "./unlock-head";
import type { UnlockStore, UnlockWrites } from "./unlock-store";

/**
 * What a year that was read whole changes of what is stored.
 *
 * @param read all of the year's unlocks up to the part's last second
 * @param isBelieved false: the year stays as it is
 * @param now epoch milliseconds
 * @throws StoreFailed
 */
export async function yearWrites(
  store: UnlockStore,
  ulid: string,
  head: UnlockHead,
  { year, startedAt, to }: Part,
  read: ReadUnlocks,
  isBelieved: boolean,
  now: number,
): Promise<UnlockWrites> {
  const before = head.years.find((each) => each.year === year);
  const known = (await readContents(store, ulid, head, [year], [year])).get(year) ?? null;
  const content = replaceYear(read, to, known ?? { unlocks: [], names: null });
  const { unlocks, names } = content;
  const listed = isListed(head, year, unlocks.length);
  const isKept =
    !isBelieved ||
    (known !== null &&
      known.names !== null &&
      listed === before?.isListed &&
      isSame(known.unlocks, unlocks) &&
      hasSameNames(known.names, names));
  const changed = isKept
    ? withReadAt(head, year, startedAt)
    : withYears(head, [{ year, readAt: startedAt, isListed: listed, unlocks }]);
  const isLast = isComplete(changed) && !isComplete(head);
  return {
    head: isLast ? completed(changed) : compared(changed, now),
    ...(!isKept && { years: new Map([[year, listed ? content : null]]) }),
    part: null,
  };
}
