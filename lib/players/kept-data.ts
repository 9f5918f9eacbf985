import "server-only";
import { CACHE_TIMES } from "@/lib/cache-times";
import { env } from "@/lib/env";
import { sharedStore } from "./load-player";
import { noticeSeconds } from "./removed-players";

/** What this site stores about players, and for how long in seconds, from its settings and limits. */
export async function keptData() {
  const { CACHE_FRESH_SECONDS, CACHE_STALE_SECONDS } = env();
  const store = sharedStore();
  return {
    /** `shared`: a store of all servers. `own`: within the server. */
    store: store.name === "embedded" ? ("own" as const) : ("shared" as const),
    /** Whether histories are kept for good. */
    keeping: await store.durability(),
    /** A player's profile and games, and whose a name is, after RA was last asked. */
    playerSeconds: CACHE_FRESH_SECONDS + CACHE_STALE_SECONDS,
    /** That a name was not found. */
    unknownSeconds: CACHE_TIMES.notFound.seconds,
    /** When a player was last visited, and their unlocks. */
    unlookedSeconds: CACHE_TIMES.unlooked.seconds,
    /** For this time after a visit a player is checked daily. */
    watchedSeconds: CACHE_TIMES.watchedPlayer.seconds,
    /** What a player unlocked in a game that was opened. */
    playedGameSeconds: CACHE_TIMES.gameFacts.seconds,
    /** A rank. */
    rankSeconds: CACHE_TIMES.oldRanks.seconds,
    /** Badges. */
    awardSeconds: CACHE_TIMES.oldAwards.seconds,
    imageSeconds: CACHE_TIMES.image.seconds,
    /** That a player was visited lately, for the home page. */
    latelySeconds: CACHE_TIMES.recentView.seconds,
    /** The link from the name to the ULID of a removed or hidden player. */
    linkSeconds: CACHE_TIMES.nameOwner.seconds,
    /** Until all servers notice a removal. */
    noticeSeconds: noticeSeconds(CACHE_FRESH_SECONDS),
  };
}

/** What {@link keptData} gives. */
export type KeptData = Awaited<ReturnType<typeof keptData>>;
