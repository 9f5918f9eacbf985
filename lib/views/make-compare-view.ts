import type { CompareQuery } from "@/lib/compare/compare-query";
import { joinLibraries } from "@/lib/compare/join-libraries";
import { comparedSystems, listCompared } from "@/lib/compare/list-compared";
import type { IgnoredParameter } from "@/lib/progress/query-parameters";
import type { CompareView } from "./compare-view";
import type { Library } from "./library";

/** The view of a query over several libraries. */
export function compareView(
  libraries: readonly Library[],
  { query, ignored }: { query: CompareQuery; ignored: IgnoredParameter[] },
): CompareView {
  const joined = joinLibraries(libraries.map(({ player }) => player.games));
  const { games, page, pages, found } = listCompared(joined, query);
  return {
    players: libraries.map(({ player: { profile, checkedAt }, refreshError }) => ({
      profile,
      checkedAt,
      refreshError,
    })),
    systems: comparedSystems(joined),
    query: page === query.page ? query : { ...query, page },
    ignored,
    page,
    pages,
    total: found.length,
    games,
  };
}
