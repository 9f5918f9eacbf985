import type { Player } from "@/lib/domain/player";
import { createPlayerCache } from "@/lib/players/player-cache";
import { createTimes } from "@/lib/players/times/times";
import { playerNow } from "./unit-servers";
import { aClient, standIn } from "./unit-stand-in";
import { site } from "./unit-unlocks";
import { aWirePlayer, type WirePlayer, type WireRow } from "./wire-player";
import { timesOf } from "./wire-times";

const NAME = "MaxMilyin";
const MINUTE_MS = 60_000;

/** The player of these tests, as RA has them now. */
export function setTimesPlayer(
  games: number | WireRow[],
  changed: Partial<WirePlayer> = {},
): WirePlayer {
  const player = { ...aWirePlayer({ name: NAME, games }), ...changed };
  standIn.setPlayer(player);
  return player;
}

/** What API v2 has of a player, by game. */
export function wireTimes(player: WirePlayer) {
  return new Map(timesOf(player).map((time) => [time.gameId, time]));
}

/** Calls to API v2, by endpoint, and for points of v1. */
export function countTimeCalls() {
  return {
    games: standIn.count("player-games"),
    sets: standIn.count("player-achievement-sets"),
    points: standIn.count("points"),
  };
}

/** One server: the store is shared, its memory is its own. */
export function aTimesServer({
  callsPerMinute = 100_000,
  v2CallsPerMinute = 60,
  store = site.store,
  v2 = true,
} = {}) {
  const upstream = aClient(v2 ? {} : { v2BaseUrl: "" });
  const cache = createPlayerCache({
    store,
    upstream,
    freshSeconds: 1,
    staleSeconds: 86_400 * 365,
    callsPerMinute,
    v2CallsPerMinute,
  });
  const times = createTimes({
    store,
    hasV2: upstream.hasV2,
    isV2Refused: upstream.isV2Refused,
    fetchPlayerGames: upstream.fetchPlayerGames,
    fetchPlayerAchievementSets: upstream.fetchPlayerAchievementSets,
    fetchUserProgress: upstream.fetchUserProgress,
    callForTimes: cache.callForTimes,
    callV2ForTimes: cache.callV2ForTimes,
  });
  /** The player as RA has them now. */
  const ask = () => playerNow(cache, NAME);
  return {
    ...times,
    cache,
    ask,
    /** Somebody looks at the player, and what is to be done behind the answer is done. */
    async look(): Promise<Player> {
      const player = await ask();
      times.add(player, true);
      await times.run(MINUTE_MS);
      return player;
    },
  };
}
