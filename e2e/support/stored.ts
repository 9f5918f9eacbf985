import { decodePlayer, encodePlayer } from "@/lib/players/stored-player";
import type { Redis } from "./redis";
import type { WirePlayer } from "./wire-player";

/** Where a player is stored: under the ULID, which stays through all renames. */
export function playerKey({ profile }: WirePlayer): string {
  return `longplay:player:${profile.ULID.toLowerCase()}`;
}

/** What is stored of a player, as it is in the store, or null. */
export async function storedPlayer(redis: Redis, player: WirePlayer): Promise<string | null> {
  const value = await redis.command("GET", playerKey(player));
  return typeof value === "string" ? value : null;
}

/** Where it is stored that a player is watched. */
export function watchedKey({ profile }: WirePlayer): string {
  return `longplay:watched:${profile.ULID.toLowerCase()}`;
}

/** Moves the last visit and check of a stored player some hours into the past, for sites that have not loaded the player yet. */
export async function agePlayer(redis: Redis, player: WirePlayer, hours: number): Promise<void> {
  const stored = await decodePlayer((await storedPlayer(redis, player)) ?? "");
  if (!stored) throw new Error("The player is not stored.");
  const at = Date.now() - hours * 3_600_000;
  const aged = { player: { ...stored.player, checkedAt: at }, readWholeAt: at };
  await redis.command("SET", playerKey(player), await encodePlayer(aged), "KEEPTTL");
  await redis.command("SET", watchedKey(player), `${at} ${at}`, "EX", "86400");
}

/** All keys of the store except those of the rate limiter, of locks, and of watched players, which come and go. */
export async function storedKeys(redis: Redis): Promise<string[]> {
  const reply = await redis.command("KEYS", "longplay:*");
  const keys = Array.isArray(reply) ? reply.map(String) : [];
  return keys.filter((key) => !/^longplay:(upstream|lock:.*|watched:.*)$/.test(key)).sort();
}

/** These keys but those of what sites read of players behind their answers, also of players of other tests. */
export function withoutFilled(keys: readonly string[]): string[] {
  return keys.filter(
    (key) => !/^longplay:(?:unlocks|times|ranks|filling):[0-9a-z]{26}(?::|$)/.test(key),
  );
}
