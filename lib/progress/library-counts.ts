import { countGames } from "./counts";
import { perLibrary } from "./per-library";
import { withoutEvents } from "./systems";

/** RA's six counts over a whole library, events left out. */
export const libraryCounts = perLibrary((games) => countGames(withoutEvents(games)));
