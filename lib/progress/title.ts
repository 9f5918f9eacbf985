/** A title taken apart: RA writes what kind of game it is into the title itself. */
export interface ParsedTitle {
  name: string;
  /** From `~Hack~`, `~Homebrew~` and the like, in their order. */
  tags: string[];
  /** From `[Subset - Bonus]`, here `Bonus`; null if the game is no subset. */
  subset: string | null;
}

const TAG = /~([^~]+)~/g;
const SUBSET = /\s*\[Subset - (.+?)\]/;

/** Takes RA's tags out of a title, for chips beside it (RA's completion progress page). */
export function parseTitle(title: string): ParsedTitle {
  const tags = [...title.matchAll(TAG)].map((match) => match[1] ?? "");
  const subset = SUBSET.exec(title)?.[1] ?? null;
  const name = title.replace(TAG, "").replace(SUBSET, "").replace(/\s+/g, " ").trim();
  return { name, tags, subset };
}

/** Whether a title is that of a subset, as `parseTitle` tells it, at less cost. */
export function isSubset(title: string): boolean {
  return title.includes("[Subset - ") && SUBSET.test(title);
}
