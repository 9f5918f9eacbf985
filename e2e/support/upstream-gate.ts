import type { Redis } from "./redis";

/** Where all instances keep how much they asked of RA, until when they pause, and the breaker. */
const KEY = "longplay:upstream";

/** The budget is unspent, nothing is paused, and the breaker is closed. */
export async function resetGate(redis: Redis): Promise<void> {
  await redis.command("DEL", KEY);
}

/** What was written there happened so many seconds earlier, as if that time had passed. */
export async function ageGate(redis: Redis, seconds: number): Promise<void> {
  const value = await redis.command("GET", KEY);
  if (typeof value !== "string") throw new Error("Nothing was asked of RA yet.");
  // Times are epoch milliseconds: numbers of 13 digits.
  const aged = value.replace(/\b\d{13}\b/g, (time) => String(Number(time) - seconds * 1000));
  await redis.command("SET", KEY, aged, "KEEPTTL");
}
