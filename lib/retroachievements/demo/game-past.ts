import { DAY_SECONDS, dayIndex } from "@/lib/domain/days";
import type { Game } from "@/lib/domain/player";
import { randomFrom } from "./random";

/** A game at the end of a day (counted since 1970); null before its first unlock. */
export type PastGame = (day: number) => Game | null;

/** Sessions of a game at most, and achievements of an average one. */
const MOST_SESSIONS = 7;
const A_SESSION = 9;
/** Achievements that a revision added to a completed set. */
const ADDED = 3;

/**
 * The past of each game: most are played in a few sessions up to their newest unlock. Among those played earlier, one set
 * is retired, one is back, and two are revised; of the recent ones, one completion is broken and restored.
 *
 * @param firstDay of the history, and its last day, counted since 1970
 */
export function pastOf(games: readonly Game[], firstDay: number, lastDay: number): PastGame[] {
  const special = new Map<Game, PastGame>();
  const older = games.filter((game) => unlockDay(game) < firstDay);
  const [newly, longer] = older.filter(isStale);
  if (newly) special.set(newly, revisedOn(newly, lastDay - 4));
  if (longer) special.set(longer, revisedOn(longer, lastDay - 40));
  const retired = older.find(({ maxPossible }) => maxPossible === 0);
  if (retired) special.set(retired, retiredOn(retired, lastDay - 18));
  const back = older.find(
    ({ numAwarded, maxPossible }) =>
      numAwarded === maxPossible && maxPossible > 0 && maxPossible < 30,
  );
  if (back) special.set(back, backOn(back, lastDay - 30, lastDay - 12));
  const restored = games.find((game) => restoredAfter(game) > 14 && unlockDay(game) >= firstDay);
  if (restored) special.set(restored, brokenBefore(restored));
  return games.map((game) => special.get(game) ?? playedIn(game));
}

const isStale = (game: Game) =>
  game.highestAwardKind === "mastered" && game.numAwarded < game.maxPossible;

function revisedOn(game: Game, day: number): PastGame {
  return (at) => (at < day ? { ...game, maxPossible: game.numAwarded } : game);
}

function retiredOn(game: Game, day: number): PastGame {
  const before = { ...game, maxPossible: 24, numAwarded: 24, numAwardedHardcore: 24 };
  return (at) => (at < day ? before : game);
}

function backOn(game: Game, from: number, to: number): PastGame {
  const between = { ...game, maxPossible: 0, numAwarded: 0, numAwardedHardcore: 0 };
  return (at) => (at >= from && at < to ? between : game);
}

/** Days from a completion to the newest unlock of the game. */
function restoredAfter(game: Game): number {
  if (game.highestAwardKind !== "completed" || game.numAwarded <= 2 * ADDED) return 0;
  return unlockDay(game) - dayIndex(game.highestAwardAt ?? 0);
}

/** A completion that a revision broke a week before the newest unlock restored it. */
function brokenBefore(game: Game): PastGame {
  const last = unlockDay(game);
  const numAwarded = game.numAwarded - ADDED;
  const numAwardedHardcore = Math.min(game.numAwardedHardcore, numAwarded);
  const before = {
    ...game,
    numAwarded,
    numAwardedHardcore,
    mostRecentAwardedAt: game.highestAwardAt,
  };
  const played = playedIn({ ...before, maxPossible: numAwarded });
  return (at) => {
    if (at >= last) return game;
    return at >= last - 7 ? before : played(at);
  };
}

/** A game that is played in sessions with a few days between them. */
export function playedIn(game: Game): PastGame {
  const sessions = sessionsOf(game);
  const awardDay = game.highestAwardAt === null ? null : dayIndex(game.highestAwardAt);
  return (day) => {
    if (day >= unlockDay(game)) return game;
    const session = sessions.findLast((each) => each.day <= day);
    if (!session) return null;
    const isAwarded = awardDay !== null && awardDay <= day;
    const all = game.numAwarded;
    const part = (won: number) => Math.floor(won * session.share);
    // A completion is every achievement in casual mode; hardcore unlocks may follow.
    const isWhole = isAwarded && game.highestAwardKind === "completed";
    return {
      ...game,
      numAwarded: isWhole ? all : Math.min(all, Math.max(1, part(all))),
      numAwardedHardcore: part(game.numAwardedHardcore),
      mostRecentAwardedAt: session.day * DAY_SECONDS + 75_600,
      highestAwardKind: isAwarded ? game.highestAwardKind : null,
      highestAwardAt: isAwarded ? game.highestAwardAt : null,
    };
  };
}

/** The days on which a game was played before its newest unlock, oldest first, with the share of progress by then. */
export function sessionsOf(game: Game): { day: number; share: number }[] {
  const random = randomFrom(`sessions of ${game.id}`);
  const count = Math.min(MOST_SESSIONS, Math.ceil(game.numAwarded / A_SESSION));
  let day = unlockDay(game);
  const days = new Set<number>();
  if (game.highestAwardAt !== null) days.add(Math.min(day, dayIndex(game.highestAwardAt)));
  for (let at = 1; at < count; at++) {
    day -= random.pick([1, 1, 1, 2, 2, 4]);
    days.add(day);
  }
  days.delete(unlockDay(game));
  const weights = [...days].map(() => random.between(2, 9));
  const total = weights.reduce((sum, weight) => sum + weight, random.between(2, 9));
  let done = 0;
  return [...days]
    .sort((a, b) => a - b)
    .map((each, at) => {
      done += weights[at] ?? 0;
      return { day: each, share: done / total };
    });
}

function unlockDay(game: Game): number {
  return dayIndex(game.mostRecentAwardedAt ?? 0);
}
