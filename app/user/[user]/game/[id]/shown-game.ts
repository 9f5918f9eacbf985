import "server-only";
import { suggestedNames } from "@/app/compare/_components/suggested-names";
import type { Player } from "@/lib/domain/player";

/** The parameter with which the proxy has a page rendered without what it could not load: the page does not ask again. */
export const NOT_LOADED_PARAMETER = "achievements";
/** Its value. */
export const NOT_LOADED = "none";

/** Names to compare a player's game with. */
const MOST_OTHERS = 3;

/** Other players whom the page of a game compares with: those that the site suggests. Costs no call to RA. */
export async function othersToCompare({ profile }: Pick<Player, "profile">): Promise<string[]> {
  const own = profile.name.toLowerCase();
  const names = await suggestedNames();
  return names.filter((name) => name.toLowerCase() !== own).slice(0, MOST_OTHERS);
}
