import "server-only";
import { CACHE_TIMES } from "@/lib/cache-times";
import { env } from "@/lib/env";
import type { Durability } from "@/lib/kv/store";
import { sharedStore } from "./load-player";
import { noticeSeconds } from "./removed-players";

/** What this site keeps of players, as its settings and its code have it; times in seconds. */
export interface KeptData {
  /** `shared`: in a store that all servers of this site share. `own`: within the server. */
  store: "shared" | "own";
  /** Whether histories are kept for good. */
  keeping: Durability;
  /** A player's profile and games, and whose a name is, after RA was last asked. */
  playerSeconds: number;
  /** That RA knows nobody of a name. */
  unknownSeconds: number;
  /** When a player was last looked at. */
  watchedSeconds: number;
  imageSeconds: number;
  /** That a player was looked at lately, for the home page. */
  latelySeconds: number;
  /** Whose name a removed or hidden player's is. */
  linkSeconds: number;
  /** Until all servers have noticed a removal. */
  noticeSeconds: number;
}

/** What is kept where, and how long. */
export async function keptData(): Promise<KeptData> {
  const { CACHE_FRESH_SECONDS, CACHE_STALE_SECONDS } = env();
  const store = sharedStore();
  return {
    store: store.name === "embedded" ? "own" : "shared",
    keeping: await store.durability(),
    playerSeconds: CACHE_FRESH_SECONDS + CACHE_STALE_SECONDS,
    unknownSeconds: CACHE_TIMES.notFound.seconds,
    watchedSeconds: CACHE_TIMES.watchedPlayer.seconds,
    imageSeconds: CACHE_TIMES.image.seconds,
    latelySeconds: CACHE_TIMES.recentView.seconds,
    linkSeconds: CACHE_TIMES.nameOwner.seconds,
    noticeSeconds: noticeSeconds(CACHE_FRESH_SECONDS),
  };
}
