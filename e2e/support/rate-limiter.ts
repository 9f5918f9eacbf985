import { setTimeout as sleep } from "node:timers/promises";
import type { Redis } from "./redis";

/** The state of the rate limiter that all servers share: calls made, RA's pause, and the circuit breaker. */
const KEY = "longplay:upstream";
/** A server repeats a refusal for a second before it reads the state again. */
const REFUSAL_MS = 1100;

/** Resets the rate limiter: no calls made, no pause, the breaker closed. */
export async function resetLimiter(redis: Redis): Promise<void> {
  await redis.command("DEL", KEY);
}

/** Moves all times of the state into the past, as if these seconds had passed. */
export async function ageLimiter(redis: Redis, seconds: number): Promise<void> {
  const value = await redis.command("GET", KEY);
  if (typeof value !== "string") throw new Error("Nothing was asked of RA yet.");
  // Times are epoch seconds: numbers of ten digits before the point.
  const aged = value.replace(/\b\d{10}\b/g, (time) => String(Number(time) - seconds));
  await redis.command("SET", KEY, aged, "KEEPTTL");
  await refusalExpires();
}

/** Waits until a server that refused a request reads the state again. */
export async function refusalExpires(): Promise<void> {
  await sleep(REFUSAL_MS);
}
