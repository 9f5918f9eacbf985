import { dayIndex } from "@/lib/domain/days";
import { listCounts } from "@/lib/progress/list-counts";
import { listGames } from "@/lib/progress/list-games";
import type { ListQuery } from "@/lib/progress/list-query";
import { milestones } from "@/lib/progress/milestones";
import { memoize, perLibrary } from "@/lib/progress/per-library";
import type { IgnoredParameter } from "@/lib/progress/query-parameters";
import { hasSubsets } from "@/lib/progress/subsets";
import { playedSystems } from "@/lib/progress/systems";
import { knownFigures } from "@/lib/times/list-figures";
import { type ListTimes, NO_TIMES } from "@/lib/times/list-time";
import type { Library } from "./library";
import { type MilestoneView, PICTURED_MILESTONES, type ProgressView } from "./progress-view";

/**
 * The view of a player's games that a list query asks for. Its milestones are made when they are
 * first looked at: in a large library they take longer than all else, and a browser can show them a
 * moment after the list.
 */
export function progressView(
  { player, refreshError, times = NO_TIMES }: Library,
  { query, ignored }: { query: ListQuery; ignored: IgnoredParameter[] },
): ProgressView {
  const { games, page, pages, found, counted } = listGames(player.games, query, times);
  let shown: MilestoneView[] | undefined;
  return {
    profile: player.profile,
    checkedAt: player.checkedAt,
    refreshError,
    systems: playedSystems(player.games),
    ...choicesOf(player.games)(times),
    query: page === query.page ? query : { ...query, page },
    ignored,
    counts: listCounts(player.games, query, counted, times),
    total: found.length,
    get milestones() {
      shown ??= milestones(found).map(({ kind, which, at, game }, place) => ({
        kind,
        which,
        day: dayIndex(at),
        gameId: game.id,
        title: game.title,
        ...(place < PICTURED_MILESTONES && { iconPath: game.iconPath }),
      }));
      return shown;
    },
    page,
    pages,
    games,
    times,
  };
}

/** What there is to choose from in a library, made once for the same times. */
const choicesOf = perLibrary((games) =>
  memoize(new WeakMap<ListTimes, Pick<ProgressView, "figures" | "hasSubsets">>(), (times) => ({
    figures: knownFigures(games, times),
    hasSubsets: hasSubsets(games, times),
  })),
);
