import { DAY_MS, DAY_SECONDS, dayIndex } from "@/lib/domain/days";
import type { Game, Player } from "@/lib/domain/player";
import { type DayRecord, recordOf } from "@/lib/history/day-record";
import type { History } from "@/lib/history/history";
import { stateOf } from "@/lib/history/state";

/** The history starts this many days before the newest unlock. */
const DAYS = 75;
/** Days without a snapshot, as a real history has them. */
const UNSEEN = new Set([31, 32, 33]);
/** The time of each snapshot: shortly before the end of the day. */
const SNAPSHOT_MS = DAY_MS - 600_000;
/** Points of an average achievement. */
const POINTS = 8;

const made = new WeakMap<Game[], History>();

/** The made-up history of a demo player up to the newest unlock; always the same. */
export function demoHistory(player: Player): History {
  const history = made.get(player.games) ?? makeHistory(player);
  made.set(player.games, history);
  return history;
}

function makeHistory(player: Player): History {
  const newest = player.games[0]?.mostRecentAwardedAt;
  if (!newest) return { startedAt: player.profile.memberSince * 1000, days: [], unreadable: [] };
  const lastDay = Math.floor((newest * 1000) / DAY_MS);
  const firstDay = lastDay - DAYS;
  const past = pastOf(player.games, firstDay, lastDay);
  const all = sumOf(player.games);
  const stateAt = (day: number) => {
    const games = past.flatMap((gameAt) => gameAt(day) ?? []);
    const missing = all - sumOf(games);
    const { profile } = player;
    const checkedAt = day * DAY_MS + SNAPSHOT_MS;
    const points = Math.max(0, profile.points - missing * POINTS);
    const retroPoints = Math.max(0, profile.retroPoints - missing * POINTS * 3);
    return stateOf({ profile: { ...profile, points, retroPoints }, games, checkedAt });
  };
  const titles = new Map(player.games.map(({ id, title }) => [id, title]));
  const days: DayRecord[] = [];
  let base = stateAt(firstDay);
  for (let at = 0; at <= DAYS; at++) {
    if (UNSEEN.has(at)) continue;
    const latest = stateAt(firstDay + at);
    const day = new Date(latest.checkedAt).toISOString().slice(0, 10);
    days.push(recordOf(base, latest, { day, startsAnew: at === 0, titles }));
    base = latest;
  }
  return { startedAt: firstDay * DAY_MS + SNAPSHOT_MS, days, unreadable: [] };
}

/** A game at the end of a day (counted since 1970); null before its first unlock. */
type PastGame = (day: number) => Game | null;

/** The past of each game. */
function pastOf(games: readonly Game[], firstDay: number, lastDay: number): PastGame[] {
  const isStale = (game: Game) =>
    game.highestAwardKind === "mastered" && game.numAwarded < game.maxPossible;
  const revised = games.filter((game) => isStale(game) && unlockDay(game) < firstDay);
  const retired = games.find((game) => game.maxPossible === 0 && unlockDay(game) < firstDay);
  const revisedOn = new Map([
    [revised[0]?.id, lastDay - 4],
    [revised[1]?.id, lastDay - 40],
  ]);
  return games.map((game): PastGame => {
    const day = revisedOn.get(game.id);
    if (day !== undefined) {
      return (at) => (at < day ? { ...game, maxPossible: game.numAwarded } : game);
    }
    if (game === retired) {
      const before = { ...game, maxPossible: 24, numAwarded: 24, numAwardedHardcore: 24 };
      return (at) => (at < lastDay - 18 ? before : game);
    }
    return (at) => progressOn(game, at);
  });
}

/** The progress in a game on a day: it was played for a few days, up to its newest unlock. */
function progressOn(game: Game, day: number): Game | null {
  const last = unlockDay(game);
  if (day >= last) return game;
  const took = game.numAwarded < 3 ? 1 : 2 + (game.id % 8);
  const first = last - took + 1;
  if (day < first) return null;
  const part = (all: number) => Math.floor((all * (day - first + 1)) / took);
  const numAwarded = Math.max(1, part(game.numAwarded));
  const isAwarded = game.highestAwardAt !== null && dayIndex(game.highestAwardAt) <= day;
  return {
    ...game,
    numAwarded,
    numAwardedHardcore: part(game.numAwardedHardcore),
    mostRecentAwardedAt: Math.min(game.mostRecentAwardedAt ?? 0, day * DAY_SECONDS + 75_600),
    highestAwardKind: isAwarded ? game.highestAwardKind : null,
    highestAwardAt: isAwarded ? game.highestAwardAt : null,
  };
}

function unlockDay(game: Game): number {
  return dayIndex(game.mostRecentAwardedAt ?? 0);
}

function sumOf(games: readonly Game[]): number {
  return games.reduce((sum, { numAwardedHardcore }) => sum + numAwardedHardcore, 0);
}
