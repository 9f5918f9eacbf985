import "server-only";
import { CACHE_TIMES } from "@/lib/cache-times";
import { env } from "@/lib/env";
import type { Durability } from "@/lib/kv/store";
import { sharedStore } from "./load-player";
import { noticeSeconds } from "./removed-players";

/** What this site stores about players, and for how long in seconds. */
export interface KeptData {
  /** `shared`: a store of all servers. `own`: within the server. */
  store: "shared" | "own";
  /** Whether histories are kept for good. */
  keeping: Durability;
  /** A player's profile and games, and whose a name is, after RA was last asked. */
  playerSeconds: number;
  /** That a name was not found. */
  unknownSeconds: number;
  /** When a player was last visited. */
  watchedSeconds: number;
  imageSeconds: number;
  /** That a player was visited lately, for the home page. */
  latelySeconds: number;
  /** The link from the name to the ULID of a removed or hidden player. */
  linkSeconds: number;
  /** Until all servers notice a removal. */
  noticeSeconds: number;
}

/** Describes what this site stores, from its settings and limits. */
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
