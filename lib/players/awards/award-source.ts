import { CACHE_TIMES } from "@/lib/cache-times";
import type { Store } from "@/lib/kv/store";
import { LIMITS } from "@/lib/limits";
import { createBesideSource } from "@/lib/players/beside/beside-source";
import type { PlayerCache } from "@/lib/players/player-cache";
import type { RetroAchievements } from "@/lib/retroachievements/retroachievements";
import { awardFormat, type DatedAwards, sealAwards } from "./stored-awards";
import { toBadges } from "./to-badges";

interface AwardsOptions
  extends Pick<RetroAchievements, "fetchAwards">,
    Pick<PlayerCache, "callForTimes"> {
  store: Store;
  /** Epoch milliseconds. */
  now?: () => number;
}

/** Badges of players, by ULID in lower case. */
export type Awards = ReturnType<typeof createAwards>;

/** Makes the source of badges: one call a day for a player that is viewed, with the share of the budget that times have. */
export function createAwards({ store, fetchAwards, callForTimes, now = Date.now }: AwardsOptions) {
  return createBesideSource<DatedAwards>({
    name: "awards",
    store,
    encode: sealAwards,
    decode: awardFormat.read,
    sizeOf: ({ badges }) => badges.length + 1,
    maxSize: LIMITS.badgesInMemory,
    maxUnderWay: LIMITS.awardsUnderWay,
    freshSeconds: CACHE_TIMES.awards.seconds,
    oldSeconds: CACHE_TIMES.oldAwards.seconds,
    fetch: async (ulid) => ({
      badges: toBadges(await callForTimes(ulid, () => fetchAwards(ulid))),
    }),
    now,
  });
}
