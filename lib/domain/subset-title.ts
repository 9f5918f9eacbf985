/** The part of a title that names a subset: RA writes it there. */
export const SUBSET = /\s*\[Subset - (.+?)\]/;

/** Whether a title is that of a subset. Cheaper than `parseTitle`. */
export function isSubset(title: string): boolean {
  return title.includes("[Subset - ") && SUBSET.test(title);
}
