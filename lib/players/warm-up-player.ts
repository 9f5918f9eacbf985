import { randomBytes } from "node:crypto";
import type { Player } from "@/lib/domain/player";
import type { History } from "@/lib/history/history";

/** A player without a store and an upstream. */
interface WarmUpPlayer {
  player: Player;
  history: History;
}

/** The proxy, the pages and instrumentation.ts are bundled apart but run in one process. */
const KEY = Symbol.for("longplay.warm-up-player");
const shared = globalThis as { [KEY]?: WarmUpPlayer };

/**
 * Lends a made-up player to this process's requests to itself, until {@link dropWarmUpPlayer}. Nobody can guess the user,
 * and the player has no avatar that would be fetched.
 *
 * @returns the user: name and ULID are the same
 */
export function addWarmUpPlayer(player: Player, history: History): string {
  const user = randomBytes(13).toString("hex");
  const profile = { ...player.profile, name: user, ulid: user, avatarPath: "" };
  shared[KEY] = { player: { ...player, profile }, history };
  return user;
}

/** The player of {@link addWarmUpPlayer}; undefined for all other users. */
export function warmUpPlayer(user: string): WarmUpPlayer | undefined {
  const lent = shared[KEY];
  return lent?.player.profile.ulid === user ? lent : undefined;
}

/** Takes the player away. */
export function dropWarmUpPlayer(): void {
  delete shared[KEY];
}
