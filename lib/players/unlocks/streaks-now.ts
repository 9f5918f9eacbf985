import { streaksInZone, type ZoneStreaks } from "@/lib/unlocks/streaks-in-zone";
import type { KnownUnlocks } from "./load-unlocks";

/** A player's streaks, and a revision that changes whenever they do. */
interface StreaksNow {
  streaks: ZoneStreaks;
  revision: string;
}

/** A player's streaks as they are now. @param zone a canonical name */
export function streaksNow({ sums, revision }: KnownUnlocks, zone: string): StreaksNow {
  const streaks = streaksInZone(sums, zone, Date.now() / 1000);
  // A streak can end without an unlock: at midnight.
  return { streaks, revision: `${revision} ${streaks.today}` };
}
