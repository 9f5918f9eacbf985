import { averageWon } from "./distribution";
import { perLibrary } from "./per-library";
import { withoutEvents } from "./systems";

/** The fraction of a set that is won on average over a whole library, as `averageWon` gives it, events left out. */
export const libraryAverage = perLibrary((games) => averageWon(withoutEvents(games)));
