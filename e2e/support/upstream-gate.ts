import { setTimeout as sleep } from "node:timers/promises";
import type { Redis } from "./redis";

/** Where all instances keep how much they asked of RA, until when they pause, and the breaker. */
const KEY = "longplay:upstream";
/** So long an instance believes that it was refused, before it looks there again. */
const BELIEVED_MS = 1100;

/** The budget is unspent, nothing is paused, and the breaker is closed. */
export async function resetGate(redis: Redis): Promise<void> {
  await redis.command("DEL", KEY);
}

/** What is written there happened so many seconds earlier, as if that time had passed. */
export async function ageGate(redis: Redis, seconds: number): Promise<void> {
  const value = await redis.command("GET", KEY);
  if (typeof value !== "string") throw new Error("Nothing was asked of RA yet.");
  // Times are epoch seconds: numbers of ten digits before the point.
  const aged = value.replace(/\b\d{10}\b/g, (time) => String(Number(time) - seconds));
  await redis.command("SET", KEY, aged, "KEEPTTL");
  await gateIsRead();
}

/** Waits until an instance that was refused looks again. */
export async function gateIsRead(): Promise<void> {
  await sleep(BELIEVED_MS);
}
