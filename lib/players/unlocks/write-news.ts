import type { PlayerTotals } from "@/lib/players/filling/totals";
import { mergeUnlocks } from "@/lib/unlocks/merge-unlocks";
import {
  concerns,
  isSame,
  newsOf,
  partWithNews,
  type ReadUnlocks,
  withNews,
} from "./apply-unlocks";
import { utcYear } from "./keys";
import { readContents } from "./read-contents";
import {
  compared,
  nextYear,
  type UnlockHead,
  withReadAt,
  withYears,
  type YearContent,
} from "./unlock-head";
import type { StoredYear, UnlockStore, UnlockWrites } from "./unlock-store";

/** New unlocks, as far as they are read. */
export interface ReadNews extends ReadUnlocks {
  /** Epoch seconds. */
  readTo: number;
  /** Whether these are all up to the snapshot of the player. */
  isWhole: boolean;
}

/**
 * What new unlocks change of what is stored: they enter their years, and casual ones that have become hardcore leave their
 * old years.
 *
 * @param now epoch milliseconds
 * @throws StoreFailed
 */
export async function newsWrites(
  store: UnlockStore,
  { ulid, points, achievements, hardcore }: PlayerTotals,
  head: UnlockHead,
  read: ReadNews,
  now: number,
): Promise<UnlockWrites> {
  const { readTo, isWhole } = read;
  const news = newsOf(read);
  const touched = head.years.filter((each) => concerns(news, each)).map(({ year }) => year);
  const known = await readContents(store, ulid, head, touched, [...news.byYear.keys()]);
  const years = new Map<number, StoredYear>();
  let next = head;
  for (const each of head.years.filter(({ year }) => touched.includes(year))) {
    const { year } = each;
    const before = known.get(year) ?? null;
    // Its unlocks are not there: they are read again.
    if (before === null) {
      if (news.byYear.has(year)) next = withReadAt(next, year, 0);
      continue;
    }
    const after = withNews(before, year, news);
    if (isSame(before.unlocks, after.unlocks)) continue;
    years.set(year, after);
  }
  await nameUntouched(store, ulid, years, news.byYear);
  const newest = head.years[0]?.year ?? utcYear(readTo);
  for (let year = newest + 1; year <= utcYear(readTo); year++) {
    const { unlocks, names } = news.byYear.get(year) ?? { unlocks: [], names: [] };
    const merged = mergeUnlocks([], unlocks);
    years.set(year, { unlocks: merged, names });
  }
  const readAtOf = new Map(head.years.map(({ year, readAt }) => [year, readAt]));
  const contents = [...years].map(([year, { unlocks, names }]): YearContent => {
    // Its names are damaged: it is read again.
    const readAt = names === null ? 0 : (readAtOf.get(year) ?? now);
    return { year, readAt, isListed: true, unlocks };
  });
  if (contents.length > 0) next = withYears(next, contents);
  next = {
    ...next,
    readTo: Math.max(head.readTo, readTo),
    ...(isWhole && { totals: { points, achievements, hardcore } }),
  };
  if (isWhole) next = compared(next, now);
  const { part } = nextYear(head, now) ? await store.readAll(ulid) : { part: null };
  const moved = part && partWithNews(part, news);
  return { head: next, years, ...(moved && { part: moved }) };
}

/** Years that have only lost unlocks: their names were not read. */
async function nameUntouched(
  store: UnlockStore,
  ulid: string,
  years: Map<number, StoredYear>,
  named: ReadonlyMap<number, unknown>,
): Promise<void> {
  const without = [...years.keys()].filter((year) => !named.has(year));
  const names = await store.readNames(ulid, without);
  for (const [at, year] of without.entries()) {
    const content = years.get(year);
    if (content) years.set(year, { ...content, names: names[at] ?? null });
  }
}
