import "server-only";
import { suggestedNames } from "@/app/compare/_components/suggested-names";
import type { Game, Player } from "@/lib/domain/player";
import { storedPlayer } from "@/lib/players/load-player";

/** The parameter with which the proxy has a page rendered without what it could not load: the page does not ask again. */
export const NOT_LOADED_PARAMETER = "achievements";
/** Its value. */
export const NOT_LOADED = "none";

/** Players to compare a game with. */
const MOST_OTHERS = 3;

/** Another player who has played the same game. */
export interface OtherPlayer {
  name: string;
  game: Game;
}

/**
 * Other players of a game, with their progress in it: those of the players that the site suggests who are stored and have it.
 * Costs no call to RA.
 */
export async function otherPlayers(
  { profile }: Pick<Player, "profile">,
  { id }: Pick<Game, "id">,
): Promise<OtherPlayer[]> {
  const names = await suggestedNames();
  const stored = await Promise.all(names.map(storedPlayer));
  return stored
    .flatMap((player) => {
      const game = player?.games.find((each) => each.id === id);
      return player && game && player.profile.ulid !== profile.ulid
        ? { name: player.profile.name, game }
        : [];
    })
    .slice(0, MOST_OTHERS);
}

/** What differs whenever these players or their progress do. */
export function revisionOfOthers(others: readonly OtherPlayer[]): string[] {
  return others.map(({ name, game }) =>
    [name, game.numAwarded, game.maxPossible, game.highestAwardKind].join(" "),
  );
}
