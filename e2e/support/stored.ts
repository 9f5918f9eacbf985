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

/** All keys of the store but those of the gate to RA and of locks, which come and go. */
export async function storedKeys(redis: Redis): Promise<string[]> {
  const reply = await redis.command("KEYS", "longplay:*");
  const keys = Array.isArray(reply) ? reply.map(String) : [];
  return keys.filter((key) => !/^longplay:(upstream|lock:.*)$/.test(key)).sort();
}
