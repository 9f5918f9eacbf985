import fc from "fast-check";
import { AWARD_KINDS, EVENTS_SYSTEM_ID } from "@/lib/domain/player";
import { aGame } from "@/lib/domain/test-games";
import type { GameTime } from "./game-time";

const orNull = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: null });
const seconds = orNull(fc.integer({ min: 0, max: 10_000_000 }));
const date = orNull(fc.integer({ min: 1_320_000_000, max: 2_000_000_000 }));
const count = orNull(fc.integer({ min: 0, max: 2 ** 32 - 1 }));

/** Any times, each game once. */
export const anyTimes = fc.uniqueArray(
  fc.record<GameTime>({
    gameId: fc.integer({ min: 1, max: 40_000 }),
    playtime: seconds,
    firstUnlockAt: date,
    beatenAt: date,
    beatenHardcoreAt: date,
    timeToBeat: seconds,
    timeToBeatHardcore: seconds,
    completedAt: date,
    masteredAt: date,
    timeToComplete: seconds,
    timeToMaster: seconds,
    points: count,
    pointsHardcore: count,
    retroPoints: count,
    pointsTotal: count,
    medianBeatMinutes: count,
    medianBeatHardcoreMinutes: count,
    medianCompleteMinutes: count,
    medianMasterMinutes: count,
    timesMastered: count,
    playersHardcore: count,
    isSubset: orNull(fc.boolean()),
  }),
  { selector: ({ gameId }) => gameId, maxLength: 40 },
);

/**
 * Times of a player who masters a third of the games and beats two thirds, over ten years; the same for the same count.
 */
export function playedTimes(count: number): GameTime[] {
  let state = 7;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  /** A whole number around a middle, with a long tail as times have it. */
  const around = (middle: number) => Math.round(middle * Math.exp(2 * random() - 1));
  const ids = new Set<number>();
  while (ids.size < count) ids.add(1 + Math.floor(random() * 35_000));
  let at = Date.UTC(2016, 0, 3) / 1000;
  return [...ids].map((gameId) => {
    at += Math.floor(-Math.log(1 - random()) * ((10 * 365.25 * 86_400) / count));
    const medianMaster = around(900);
    const medianBeat = Math.round(medianMaster * (0.3 + 0.3 * random()));
    const kind = random();
    const isBeaten = kind < 0.66;
    const isMastered = kind < 0.33;
    const playtime = around((isMastered ? medianMaster : 0.4 * medianMaster) * 60);
    const timeToBeat = isBeaten ? Math.round(playtime * (0.3 + 0.4 * random())) : null;
    const spanOf = (played: number) => Math.round(played * (1 + 8 * random() ** 3));
    const beatenAt = timeToBeat && at + spanOf(timeToBeat);
    const masteredAt = isMastered && beatenAt ? beatenAt + spanOf(playtime / 2) : null;
    const timeToMaster = isMastered ? playtime - Math.round(random() * 3600) : null;
    const pointsTotal = 5 * around(80);
    const points = isMastered ? pointsTotal : 5 * Math.floor((pointsTotal * random()) / 5);
    const players = around(3000);
    return {
      gameId,
      playtime,
      firstUnlockAt: at,
      beatenAt: null,
      beatenHardcoreAt: beatenAt,
      timeToBeat: null,
      timeToBeatHardcore: timeToBeat,
      completedAt: masteredAt,
      masteredAt,
      timeToComplete: timeToMaster,
      timeToMaster,
      points,
      pointsHardcore: points,
      retroPoints: Math.round(points * (1.2 + 2 * random())),
      pointsTotal,
      medianBeatMinutes: Math.round(medianBeat * (0.9 + 0.2 * random())),
      medianBeatHardcoreMinutes: medianBeat,
      medianCompleteMinutes: Math.round(medianMaster * (0.9 + 0.2 * random())),
      medianMasterMinutes: medianMaster,
      timesMastered: Math.round(players * (0.02 + 0.15 * random())),
      playersHardcore: players,
      isSubset: random() < 0.04,
    };
  });
}

/** Any games, with times of some of them and of games that are not listed. */
export const anyLibrary = fc
  .tuple(
    anyTimes,
    fc.array(
      fc.record({
        systemId: fc.constantFrom(7, 12, EVENTS_SYSTEM_ID),
        maxPossible: fc.integer({ min: 0, max: 3 }),
        numAwardedHardcore: fc.integer({ min: 0, max: 3 }),
        highestAwardKind: fc.constantFrom(
          "mastered" as const,
          "mastered" as const,
          ...AWARD_KINDS,
          null,
        ),
        highestAwardAt: date,
      }),
      { maxLength: 60 },
    ),
  )
  .map(([times, given]) => ({
    games: given.map((each, at) =>
      aGame({ ...each, id: times[at]?.gameId ?? 50_000 + at, numAwarded: each.numAwardedHardcore }),
    ),
    times: new Map(times.map((time) => [time.gameId, time])),
  }));
