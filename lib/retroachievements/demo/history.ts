import { DAY_MS } from "@/lib/domain/days";
import type { Game, Player } from "@/lib/domain/player";
import { type DayRecord, recordOf } from "@/lib/history/day-record";
import type { History } from "@/lib/history/history";
import { stateOf } from "@/lib/history/state";
import { pastOf } from "./game-past";

/** The history starts this many days before the newest unlock. */
const DAYS = 75;
/** Days without a snapshot, as in a real history. */
const UNSEEN = new Set([31, 32, 33]);
/** The time of each snapshot: shortly before the end of the day. */
const SNAPSHOT_MS = DAY_MS - 600_000;

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
    const share = all === 0 ? 1 : 1 - missing / all;
    const points = Math.round(profile.points * share);
    const retroPoints = Math.round(profile.retroPoints * share);
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

function sumOf(games: readonly Game[]): number {
  return games.reduce((sum, { numAwardedHardcore }) => sum + numAwardedHardcore, 0);
}
