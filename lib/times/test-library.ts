import fc from "fast-check";
import { AWARD_KINDS, type Game } from "@/lib/domain/player";
import { aGame } from "@/lib/domain/test-games";
import type { GameTime } from "./game-time";
import { anyTimes } from "./test-times";

/** A library with its times. Some games have none. */
export interface TimedLibrary {
  games: Game[];
  times: Map<number, GameTime>;
}

const small = fc.integer({ min: 0, max: 3 });
const anyGame = fc.record({
  maxPossible: small,
  numAwarded: small,
  numAwardedHardcore: small,
  systemId: fc.constantFrom(7, 7, 7, 101),
  title: fc.constantFrom("Ant", "Bat", "Ant [Subset - Bonus]"),
  highestAwardKind: fc.constantFrom(null, ...AWARD_KINDS),
  highestAwardAt: fc.option(fc.integer({ min: 1, max: 2_000_000_000 }), { nil: null }),
  mostRecentAwardedAt: fc.option(fc.integer({ min: 1, max: 2_000_000_000 }), { nil: null }),
  isKnown: fc.boolean(),
  isTied: fc.boolean(),
});

/** Any library with times, in which many games are tied. */
export const anyTimedLibrary = anyTimes.chain((known) =>
  fc.array(anyGame, { minLength: known.length, maxLength: known.length }).map((given) => {
    const library: TimedLibrary = { games: [], times: new Map() };
    for (const [at, { isKnown, isTied, ...game }] of given.entries()) {
      const time = known[at];
      if (!time) continue;
      library.games.push(aGame({ ...game, id: time.gameId }));
      const tied = { ...(known[0] ?? time), gameId: time.gameId };
      if (isKnown) library.times.set(time.gameId, isTied ? tied : time);
    }
    return library;
  }),
);
