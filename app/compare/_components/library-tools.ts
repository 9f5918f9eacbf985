import { joinLibraries } from "@/lib/compare/join-libraries";
import { warmUpCompared } from "@/lib/compare/warm-up";
import type { Library } from "@/lib/views/library";

export { compareOverview } from "@/lib/compare/overview";
export { compareView } from "@/lib/views/make-compare-view";
export { figuresOf } from "./compared-figures";

/** Prepares, step by step, what choices will take. */
export function* warmUp(libraries: Library[]): Generator<void> {
  const games = libraries.map(({ player }) => player.games);
  yield;
  const joined = joinLibraries(games);
  yield* warmUpCompared(joined);
}
