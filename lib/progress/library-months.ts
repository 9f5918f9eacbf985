import { awardMonths } from "./award-months";
import { perLibrary } from "./per-library";
import { withoutEvents } from "./systems";

/** The awards of each month of a whole library, as `awardMonths` gives them, without RA's Events. */
export const libraryMonths = perLibrary((games) => awardMonths(withoutEvents(games)));
