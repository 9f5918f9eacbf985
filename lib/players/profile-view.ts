import { type Counts, countGames } from "@/lib/progress/counts";
import { withoutEvents } from "@/lib/progress/systems";
import type { UpstreamErrorCode } from "@/lib/retroachievements/errors";
import type { Game, Player, Profile } from "./player";

/** How many games the profile page shows at once, as RA's does. */
export const NEWEST_GAMES = 100;

/** What the profile page shows: rendered on the server, then kept up to date in the browser. */
export interface ProfileView {
  profile: Profile;
  /** When RA was asked, in epoch milliseconds. */
  checkedAt: number;
  /** Why RA could not be asked again since, or null. */
  refreshError: UpstreamErrorCode | null;
  counts: Counts;
  /** The newest 100 games, by most recent unlock; Events are left out, as on RA's page. */
  games: Game[];
}

/** The view of a player that the profile page and its API share. */
export function profileView(player: Player, refreshError: UpstreamErrorCode | null): ProfileView {
  const games = withoutEvents(player.games);
  return {
    profile: player.profile,
    checkedAt: player.checkedAt,
    refreshError,
    counts: countGames(games),
    games: games.slice(0, NEWEST_GAMES),
  };
}
