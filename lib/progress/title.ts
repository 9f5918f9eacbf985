import { SUBSET } from "@/lib/domain/subset-title";

/** The parts of a title: RA writes the kind of game into it. */
export interface ParsedTitle {
  name: string;
  /** From `~Hack~`, `~Homebrew~` and the like, in their order. */
  tags: string[];
  /** `Bonus` of `[Subset - Bonus]`; null if the game is not a subset. */
  subset: string | null;
}

const TAG = /~([^~]+)~/g;

/** Splits RA's tags from a title, for chips beside it (RA's completion progress page). */
export function parseTitle(title: string): ParsedTitle {
  const tags = [...title.matchAll(TAG)].map((match) => match[1] ?? "");
  const subset = SUBSET.exec(title)?.[1] ?? null;
  const name = title.replace(TAG, "").replace(SUBSET, "").replace(/\s+/g, " ").trim();
  return { name, tags, subset };
}
