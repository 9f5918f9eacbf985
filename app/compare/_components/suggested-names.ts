import "server-only";
import { isUlid } from "@/lib/domain/user";
import { env } from "@/lib/env";
import { LIMITS } from "@/lib/limits";
import { withoutRemoved } from "@/lib/players/load-player";
import { DEMO_USERS } from "@/lib/retroachievements/demo";
import { upstreamMode } from "@/lib/retroachievements/retroachievements";

/**
 * Names of players to suggest, at most `LIMITS.examplePlayers`: those in PLAYERS, or else the demo players or those in
 * EXAMPLE_PLAYERS. Removed and hidden players are left out. Costs no call to RA.
 */
export async function suggestedNames(): Promise<string[]> {
  const { PLAYERS, EXAMPLE_PLAYERS = [] } = env();
  const known = PLAYERS ?? (upstreamMode() === "demo" ? DEMO_USERS : EXAMPLE_PLAYERS);
  const names = known.filter((user) => !isUlid(user));
  return (await withoutRemoved(names)).slice(0, LIMITS.examplePlayers);
}
