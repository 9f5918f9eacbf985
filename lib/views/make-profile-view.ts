import { dayIndex } from "@/lib/domain/days";
import type { Game } from "@/lib/domain/player";
import { listCounts } from "@/lib/progress/list-counts";
import { listGames } from "@/lib/progress/list-games";
import type { ListQuery } from "@/lib/progress/list-query";
import { milestones } from "@/lib/progress/milestones";
import { perLibrary } from "@/lib/progress/per-library";
import type { IgnoredParameter } from "@/lib/progress/query-parameters";
import { shelfGames } from "@/lib/progress/shelf";
import { playedSystems } from "@/lib/progress/systems";
import type { Library } from "./library";
import {
  type MilestoneView,
  PICTURED_MILESTONES,
  type ProfileView,
  type ShelfView,
} from "./profile-view";

/** Games in one row on a wide screen. */
const ON_SHELF = 10;
const SHELVES_KEPT = 20;

/**
 * The view of a player's games that a list query asks for. Its milestones are made when they are
 * first looked at: in a large library they take longer than all else, and a browser can show them a
 * moment after the list.
 */
export function profileView(
  { player, refreshError }: Library,
  { query, ignored }: { query: ListQuery; ignored: IgnoredParameter[] },
): ProfileView {
  const { games, page, pages, found, counted } = listGames(player.games, query);
  let shown: MilestoneView[] | undefined;
  return {
    profile: player.profile,
    checkedAt: player.checkedAt,
    refreshError,
    systems: playedSystems(player.games),
    query: page === query.page ? query : { ...query, page },
    ignored,
    counts: listCounts(player.games, query, counted),
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
    shelf: shelfView(player.games, query.shelf),
    page,
    pages,
    games,
  };
}

/** The shelves of each library, by the chosen games: filtering the list does not change the shelf. */
const shelvesOf = perLibrary(() => new Map<string, ShelfView>());

function shelfView(games: Game[], chosen: string): ShelfView {
  const shelves = shelvesOf(games);
  let shelf = shelves.get(chosen);
  if (!shelf) {
    const ids = chosen === "" ? [] : [...new Set(chosen.split(",").map(Number))];
    const { kind, games: shown } = shelfGames(games, ids, ON_SHELF);
    shelf = {
      kind,
      games: shown.map(({ id, title, iconPath, highestAwardKind }) => ({
        id,
        title,
        iconPath,
        highestAwardKind,
      })),
    };
    // Bounded, since anybody can choose games by URL.
    if (shelves.size < SHELVES_KEPT) shelves.set(chosen, shelf);
  }
  return shelf;
}
