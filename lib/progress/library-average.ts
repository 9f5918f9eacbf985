import { averageWon } from "./distribution";
import { perLibrary } from "./per-library";
import { withoutEvents } from "./systems";

/** Average completion of a whole library, as `averageWon` gives it, without RA's Events. */
export const libraryAverage = perLibrary((games) => averageWon(withoutEvents(games)));
