import type { Game } from "@/lib/domain/player";
import { parsePeriod } from "./period";
import { type SystemProgress, systemProgress } from "./system-progress";

/** The awards of one year on one system. */
export interface SystemYear extends SystemProgress {
  /** Whether there was no award on it before that year. */
  isNew: boolean;
}

/**
 * The systems with awards in a year: most awards first, then by name.
 *
 * @param games a whole library without RA's Events
 * @param ofYear those with an award in that year
 */
export function yearSystems(games: readonly Game[], ofYear: Game[], year: number): SystemYear[] {
  const start = parsePeriod(String(year))?.from ?? 0;
  const known = new Set<number>();
  for (const { systemId, highestAwardAt } of games) {
    if (highestAwardAt !== null && highestAwardAt < start) known.add(systemId);
  }
  return systemProgress(ofYear).map((system) => ({ ...system, isNew: !known.has(system.id) }));
}
