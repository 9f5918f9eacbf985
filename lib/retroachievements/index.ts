import type { Player } from "@/lib/domain/player";
import { env } from "@/lib/env";
import type { GameOfPlayer } from "@/lib/games/achievement";
import type { History } from "@/lib/history/history";
import type { GameTime } from "@/lib/times/game-time";
import { createDemo } from "./demo";
import { demoGame } from "./demo/achievements";
import { demoHistory } from "./demo/history";
import { demoTimes } from "./demo/times";
import { type DemoUnlocks, demoUnlocks } from "./demo/unlocks";
import type { RetroAchievements } from "./retroachievements";
import { createKeyedClient, hasKey } from "./with-key";

/** The upstream that is configured for this process. Only this folder reads the key. */
export function createRetroAchievements(): RetroAchievements {
  return hasKey() ? createKeyedClient(env().SITE_URL ?? "self-hosted") : createDemo();
}

/** The made-up history of a demo player; null on a site with a key, where histories are real. */
export function madeUpHistory(player: Player): History | null {
  return hasKey() ? null : demoHistory(player);
}

/** The made-up unlocks of a demo player, oldest first; null on a site with a key, where unlocks are real. */
export function madeUpUnlocks(player: Player): DemoUnlocks | null {
  return env().RA_WEB_API_KEY ? null : demoUnlocks(player);
}

/** The made-up times of a demo player; null on a site with a key, where times are real. */
export function madeUpTimes(player: Player): readonly GameTime[] | null {
  return env().RA_WEB_API_KEY ? null : demoTimes(player);
}

/** A game of a demo player, who has it in the list; null on a site with a key, where achievements are real. */
export function madeUpGame(player: Player, gameId: number): GameOfPlayer | null {
  return hasKey() ? null : demoGame(player, gameId);
}
