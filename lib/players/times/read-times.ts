import { LIMITS } from "@/lib/limits";
import type { PlayerTotals } from "@/lib/players/filling/totals";
import type {
  PlayedGame,
  PlayedSet,
  RetroAchievements,
  V2Page,
  V2Unavailable,
} from "@/lib/retroachievements/retroachievements";
import type { Stage, TimeRow, TimesPage } from "./times-head";
import type { V2Failures } from "./v2-failures";

/** How times are asked for. */
export interface TimeCalls
  extends Pick<
    RetroAchievements,
    | "hasV2"
    | "isV2Refused"
    | "fetchPlayerGames"
    | "fetchPlayerAchievementSets"
    | "fetchUserProgress"
  > {
  /** Makes one call to v1 as the rate limiter allows. @throws UpstreamError */
  callForTimes<Result>(user: string, call: () => Promise<Result>): Promise<Result>;
  /** Makes one call to API v2 as both its rate limiter and that of all calls allow. @throws UpstreamError */
  callV2ForTimes<Result>(user: string, call: () => Promise<Result>): Promise<Result>;
}

/** The same, with failures of API v2 counted. */
export interface CountedCalls extends TimeCalls {
  failures: V2Failures;
}

/** A player whose times are read: small, since many may wait. */
export interface PlayerToTime extends PlayerTotals {
  /** Of each game its id, and then its newest unlock in epoch seconds. */
  games: Uint32Array;
}

/**
 * Reads one page of a player's times.
 *
 * @param page from 1
 * @param ids the games of `points`; all of the list by default
 * @returns null: API v2 is not available
 * @throws UpstreamError
 */
export async function readPage(
  calls: CountedCalls,
  player: PlayerToTime,
  stage: Stage,
  page: number,
  ids: readonly number[] = gameIds(player),
): Promise<TimesPage | null> {
  const { ulid } = player;
  if (stage === "points") {
    const some = ids.slice((page - 1) * LIMITS.pointsGames, page * LIMITS.pointsGames);
    const isLast = page * LIMITS.pointsGames >= ids.length;
    if (some.length === 0) return { rows: [], newest: 0, oldest: 0, isLast };
    const points = await calls.callForTimes(ulid, () => calls.fetchUserProgress(ulid, some));
    const rows = points.map(({ gameId, possible, won, wonHardcore }) =>
      // RA sends zeros for a game that it does not know, and for a retired set.
      possible === 0
        ? { gameId, points: null, pointsHardcore: null, pointsTotal: null }
        : { gameId, points: won, pointsHardcore: wonHardcore, pointsTotal: possible },
    );
    return { rows, newest: 0, oldest: 0, isLast };
  }
  // Without sets games are not asked for either: times count once both are read.
  if (calls.isV2Refused("player-games") || calls.isV2Refused("player-achievement-sets")) {
    return null;
  }
  // What the rate limiter refuses is no failure of API v2.
  const answer = await calls.callV2ForTimes(ulid, () =>
    calls.failures.count(ulid, async () => {
      const { value } =
        stage === "games"
          ? await calls.fetchPlayerGames(ulid, { page }).next()
          : await calls.fetchPlayerAchievementSets(ulid, { page }).next();
      return value ?? null;
    }),
  );
  return answer && pageOf(answer);
}

function pageOf(answer: V2Page<PlayedGame> | V2Page<PlayedSet> | V2Unavailable): TimesPage | null {
  if (answer.state === "unavailable") return null;
  let [newest, oldest] = [0, Number.POSITIVE_INFINITY];
  const rows = answer.rows.map((row): TimeRow => {
    const at = ("lastPlayedAt" in row ? row.lastPlayedAt : row.lastUnlockAt) ?? 0;
    newest = Math.max(newest, at);
    oldest = Math.min(oldest, at);
    if ("lastPlayedAt" in row) {
      const { lastPlayedAt: _, ...time } = row;
      return time;
    }
    const { lastUnlockAt: _, ...time } = row;
    return time;
  });
  return { rows, newest, oldest, isLast: answer.isLast };
}

/**
 * The ids of a player's games in ascending order, so that pages of them do not shift when something is unlocked: of those played last,
 * which the list begins with, as many as are kept.
 */
function gameIds({ games }: PlayerToTime): number[] {
  const ids = [...games].filter((_, at) => at % 2 === 0);
  return ids.slice(0, LIMITS.timesOfAPlayer).sort((a, b) => a - b);
}

/** The ids of games with an unlock since a second, or of which no points are known. */
export function changedGames(
  { games }: PlayerToTime,
  since: number,
  isKnown: (gameId: number) => boolean,
): number[] {
  return [...games].filter(
    (id, at) => at % 2 === 0 && ((games[at + 1] ?? 0) >= since || !isKnown(id)),
  );
}
