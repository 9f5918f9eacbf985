import { countGames } from "./counts";
import { perLibrary } from "./per-library";
import { withoutEvents } from "./systems";

/** RA's six counts of a whole library, without RA's Events. */
export const libraryCounts = perLibrary((games) => countGames(withoutEvents(games)));
