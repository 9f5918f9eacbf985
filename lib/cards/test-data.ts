import type { Game } from "@/lib/domain/player";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { type DayRecord, recordOf } from "@/lib/history/day-record";
import { stateOf } from "@/lib/history/state";
import { type GameTime, UNKNOWN_TIME } from "@/lib/times/game-time";
import type { Times } from "@/lib/times/masteries";
import { chooseUnlocks } from "@/lib/unlocks/shown-unlocks";
import type { Unlock } from "@/lib/unlocks/unlock";
import type { Card, CardData } from "./card";
import type { CardRequest } from "./card-request";

/** The default other player, who plays only the game with the id 1. */
export const BOB = aPlayer([aGame({ id: 1, highestAwardKind: "mastered" })], {
  ...{ name: "Bob", ulid: "01HDEM0B0B0000000000000000", avatarPath: "/UserPic/Bob.png" },
});

/** The default recent days, of the games with the ids 1 to 3. */
export const EVENTFUL: NonNullable<CardData["history"]> = {
  isKept: true,
  days: [
    dayOfGames("2026-11-18", { numAwarded: 9, numAwardedHardcore: 8 }, { maxPossible: 12 }, null),
    dayOfGames("2026-11-20", { maxPossible: 0 }, {}, {}),
    dayOfGames(
      "2026-11-21",
      { numAwarded: 10, highestAwardKind: "mastered" },
      { numAwarded: 6 },
      {},
    ),
  ],
};

/** Unlocks of the games with the ids 1 and 2: two streaks, and a day that Berlin has and UTC has not. */
const UNLOCKS: readonly Unlock[] = [
  "2025-03-01T12:00:00Z",
  "2025-12-30T12:00:00Z",
  "2025-12-31T12:00:00Z",
  "2025-12-31T18:00:00Z",
  "2025-12-31T23:30:00Z",
  "2026-11-22T20:00:00Z",
  "2026-11-23T20:00:00Z",
  "2026-11-23T20:05:00Z",
].map((moment, at) => ({
  achievementId: at + 1,
  gameId: 1 + (at % 2),
  points: 5 * (at + 1),
  retroPoints: 11 * (at + 1),
  isHardcore: at % 3 < 2,
  at: Date.parse(moment) / 1000,
}));
const NAMES = UNLOCKS.map(({ achievementId }) => ({
  achievementId,
  title: `Achievement ${achievementId}`,
  badgeName: String(10_000 + achievementId),
}));

/** The default unlocks as a card shows them, at noon of 2026-11-24; undefined for a card that shows none. */
export function unlocksOf({ card, options }: CardRequest): CardData["unlocks"] {
  const wanted = card.unlocks?.(options);
  const now = Date.parse("2026-11-24T12:00:00Z") / 1000;
  return wanted && chooseUnlocks(wanted, { unlocks: UNLOCKS, names: NAMES }, now);
}

/** The default ranks. */
export const RANKS: NonNullable<CardData["ranks"]> = {
  hardcore: { rank: 1234, of: 95_000 },
  casual: null,
};

const made = new WeakMap<readonly Game[], Times>();

/** Times of a library, the same whenever they are made: of every seventh game nothing is known. */
export function timesOf(games: readonly Game[]): Times {
  let times = made.get(games);
  if (!times) {
    const known = games.filter((_, at) => at % 7 !== 6);
    times = new Map(known.map((game) => [game.id, timeOf(game)]));
    made.set(games, times);
  }
  return times;
}

function timeOf({ id, highestAwardKind, highestAwardAt }: Game): GameTime {
  const playtime = 60 * Math.round(5 + 8000 / (1 + ((id * 7919) % 97)));
  const hasAll = highestAwardKind === "mastered" || highestAwardKind === "completed";
  const untilAward = Math.round(playtime * 0.9);
  return {
    ...UNKNOWN_TIME,
    gameId: id,
    playtime,
    firstUnlockAt: highestAwardAt && highestAwardAt - 30 * 86_400,
    timeToMaster: highestAwardKind === "mastered" ? untilAward : null,
    timeToComplete: hasAll ? untilAward : null,
    timeToBeatHardcore: highestAwardKind === "beaten-hardcore" ? untilAward : null,
    timesMastered: 1 + ((id * 31) % 400),
    playersHardcore: 2000 + id * 3,
  };
}

/** The record of a day with changes of three games; null removes the last one. */
function dayOfGames(
  day: string,
  first: Partial<Game>,
  second: Partial<Game>,
  last: Partial<Game> | null,
): DayRecord {
  const at = (Date.parse(day) + 43_200_000) / 1000;
  const base = [1, 2, 3].map((id) => aGame({ id, title: `Game ${id}` }));
  const latest = base.flatMap((game, place) => {
    const given = [first, second, last][place];
    return given ? [{ ...game, mostRecentAwardedAt: at, ...given }] : [];
  });
  const stateAt = (games: Game[], checkedAt: number, points: number) =>
    stateOf({ ...aPlayer(games, { points }), checkedAt });
  const facts = { day, startsAnew: false, titles: new Map([[3, "Game 3"]]) };
  return recordOf(
    stateAt(base, at * 1000 - 86_400_000, 1000),
    stateAt(latest, at * 1000, 1040),
    facts,
  );
}

/** The argument of a card's file name as an option: a game, a year, another player. Empty for most cards. */
export function argumentOf(card: Card, { id = 1, year = 2025, other = "Bob" } = {}): string {
  const all: Record<string, string | number> = { id, year, other };
  const { argument } = card;
  return argument ? `${argument.option}=${all[argument.option]}&` : "";
}
