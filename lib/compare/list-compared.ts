import { type PageOf, pageOf } from "@/lib/progress/page-of";
import { perLibrary } from "@/lib/progress/per-library";
import { titleMatcher } from "@/lib/progress/search";
import { isEvent, type PlayedSystem, systemsOf } from "@/lib/progress/systems";
import type { CompareQuery } from "./compare-query";
import { sortCompared } from "./compare-sort";
import type { ComparedGame } from "./join-libraries";
import { keepWho } from "./who";

/** Filters, sorts and pages compared games. RA's Events are left out unless that system is chosen. */
export function listCompared(
  games: ComparedGame[],
  { who, system, sort, q, page }: CompareQuery,
): PageOf<ComparedGame> {
  const isFound = titleMatcher(q);
  const found = keepWho(sortCompared(games, sort), who).filter(
    ({ game }) =>
      (system === null ? !isEvent(game) : game.systemId === system) && (!isFound || isFound(game)),
  );
  return pageOf(found, page);
}

/** The systems of all compared games; see `playedSystems` for one player. */
export const comparedSystems = perLibrary((games: ComparedGame[]): PlayedSystem[] =>
  systemsOf(games.map(({ game }) => game)),
);
