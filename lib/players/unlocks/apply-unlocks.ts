import { LIMITS } from "@/lib/limits";
import { mergeUnlocks } from "@/lib/unlocks/merge-unlocks";
import { packNames, packUnlocks } from "@/lib/unlocks/pack-unlocks";
import type { Unlock, UnlockName } from "@/lib/unlocks/unlock";
import { utcYear } from "./keys";
import type { FilledYear, UnlockHead } from "./unlock-head";
import type { StoredPart, StoredYear } from "./unlock-store";

/** Unlocks as RA has sent them. */
export interface ReadUnlocks {
  unlocks: readonly Unlock[];
  names: readonly UnlockName[];
}

/** A year's content, with what was known of it where that is newer than what was read. */
export function replaceYear(read: ReadUnlocks, to: number, known: StoredYear): ReadUnlocks {
  const later = known.unlocks.filter(({ at }) => at > to);
  const unlocks = mergeUnlocks(read.unlocks, later);
  return { unlocks, names: namesOf(unlocks, [...(known.names ?? []), ...read.names]) };
}

/** Whether a year's unlocks are stored: those of the newest years are, up to a bound. */
export function isListed(head: UnlockHead, year: number, achievements: number): boolean {
  const newer = head.years
    .filter((each) => each.year > year && each.isListed)
    .reduce((sum, each) => sum + each.achievements, 0);
  return achievements <= LIMITS.unlocksAYear && newer + achievements <= LIMITS.unlocks;
}

/** New unlocks, by the year in which they are. */
export interface News {
  byYear: ReadonlyMap<number, ReadUnlocks>;
  /** The year of each achievement that is hardcore now: a casual unlock of it has left its old year. */
  yearOf: ReadonlyMap<number, number>;
}

/** Sorts new unlocks by year. */
export function newsOf({ unlocks, names }: ReadUnlocks): News {
  const byYear = new Map<number, { unlocks: Unlock[]; names: UnlockName[] }>();
  const nameOf = new Map(names.map((name) => [name.achievementId, name]));
  for (const unlock of unlocks) {
    const year = utcYear(unlock.at);
    const own = byYear.get(year) ?? { unlocks: [], names: [] };
    byYear.set(year, own);
    own.unlocks.push(unlock);
    const name = nameOf.get(unlock.achievementId);
    if (name) own.names.push(name);
  }
  const yearOf = unlocks
    .filter(({ isHardcore }) => isHardcore)
    .map(({ achievementId, at }) => [achievementId, utcYear(at)] as const);
  return { byYear, yearOf: new Map(yearOf) };
}

/** Whether news can change what is stored of a year. */
export function concerns({ byYear, yearOf }: News, { year, casual }: FilledYear): boolean {
  return byYear.has(year) || (yearOf.size > 0 && casual > 0);
}

/** A year with its news, without the unlocks that have moved to another year. */
export function withNews(known: StoredYear, year: number, news: News): StoredYear {
  const stayed = withoutMoved(known.unlocks, year, news);
  const own = news.byYear.get(year) ?? { unlocks: [], names: [] };
  const unlocks = mergeUnlocks(stayed, own.unlocks);
  return { unlocks, names: known.names && namesOf(unlocks, [...known.names, ...own.names]) };
}

/** What was read of a year, without the unlocks that have moved since; null: none has. */
export function partWithNews({ part, names }: StoredPart, news: News): StoredPart | null {
  const unlocks = withoutMoved(part.unlocks, part.year, news);
  return unlocks.length === part.unlocks.length ? null : { part: { ...part, unlocks }, names };
}

function withoutMoved(unlocks: readonly Unlock[], year: number, { yearOf }: News): Unlock[] {
  return unlocks.filter(({ achievementId }) => (yearOf.get(achievementId) ?? year) === year);
}

function namesOf(unlocks: readonly Unlock[], names: readonly UnlockName[]): UnlockName[] {
  const ids = new Set(unlocks.map(({ achievementId }) => achievementId));
  return names.filter(({ achievementId }) => ids.has(achievementId));
}

/** Whether two years have the same unlocks. */
export function isSame(one: readonly Unlock[], other: readonly Unlock[]): boolean {
  return one.length === other.length && Buffer.compare(packUnlocks(one), packUnlocks(other)) === 0;
}

/** Whether two years have the same titles and badges. */
export function hasSameNames(one: readonly UnlockName[], other: readonly UnlockName[]): boolean {
  return Buffer.compare(packNames(one), packNames(other)) === 0;
}
