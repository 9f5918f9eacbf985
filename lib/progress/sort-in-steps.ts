/** Items of a step: to sort or merge as many takes a few milliseconds. */
const RUN = 4000;

/** Sorts as `toSorted` does, in steps of a few milliseconds each. */
export function* sortInSteps<T>(
  items: readonly T[],
  compare: (a: T, b: T) => number,
): Generator<void, T[]> {
  let runs: T[][] = [];
  for (let start = 0; start < items.length; start += RUN) {
    if (start > 0) yield;
    runs.push(items.slice(start, start + RUN).sort(compare));
  }
  while (runs.length > 1) {
    const merged: T[][] = [];
    for (let at = 0; at < runs.length; at += 2) {
      yield;
      merged.push(merge(runs[at] ?? [], runs[at + 1] ?? [], compare));
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

/** Merges two sorted lists; of equal items, those of the first come first. */
function merge<T>(first: T[], second: T[], compare: (a: T, b: T) => number): T[] {
  const merged: T[] = [];
  let at = 0;
  for (const item of second) {
    for (; at < first.length && compare(first[at] as T, item) <= 0; at++) {
      merged.push(first[at] as T);
    }
    merged.push(item);
  }
  return merged.concat(first.slice(at));
}
