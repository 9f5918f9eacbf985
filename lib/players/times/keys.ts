import { TIMES_PREFIX } from "@/lib/kv/durable-keys";

/** The key of a player's times. No key of times but the lock expires. */
export function headKey(ulid: string): string {
  return TIMES_PREFIX + ulid;
}

/** The key of what was read of them, while they are being read whole. */
export function partKey(ulid: string): string {
  return `${headKey(ulid)}:part`;
}

/** The key of the lock with which one server at a time reads a player's times. */
export function timesLockKey(ulid: string): string {
  return `longplay:filling:${ulid}:times`;
}
