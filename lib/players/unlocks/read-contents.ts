import type { UnlockHead } from "./unlock-head";
import type { StoredYear, UnlockStore } from "./unlock-store";

/**
 * The stored unlocks of years.
 *
 * @param withNames the years whose titles and badges are read too
 * @returns by year, null where the unlocks are damaged; years that are not stored are left out
 * @throws StoreFailed
 */
export async function readContents(
  store: UnlockStore,
  ulid: string,
  head: UnlockHead,
  years: readonly number[],
  withNames: readonly number[],
): Promise<Map<number, StoredYear | null>> {
  const listed = years.filter((year) =>
    head.years.some((each) => each.year === year && each.isListed),
  );
  const named = listed.filter((year) => withNames.includes(year));
  const [unlocks, names] = await Promise.all([
    store.readYears(ulid, listed),
    store.readNames(ulid, named),
  ]);
  const nameOf = new Map(named.map((year, at) => [year, names[at] ?? null]));
  return new Map(
    listed.map((year, at) => {
      const isEmpty = head.years.find((each) => each.year === year)?.achievements === 0;
      const none = isEmpty ? [] : null;
      const known = unlocks[at] ?? none;
      return [year, known && { unlocks: known, names: nameOf.get(year) ?? none }];
    }),
  );
}
