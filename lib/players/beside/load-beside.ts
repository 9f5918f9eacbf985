import "server-only";
import { after } from "next/server";
import type { Player } from "@/lib/domain/player";
import { outsideRequest } from "@/lib/outside-request";
import { warmUpPlayer } from "@/lib/players/warm-up-player";
import type { BesideSource } from "./beside-source";

/** A view waits no longer than this. */
const WAIT_MS = 500;

/**
 * Loads for a view what a source has of a player; what takes longer goes on behind the answer. Null: it cannot be had now, or not in
 * time, or the player is of a warm-up. Never throws.
 */
export async function loadBeside<Value extends { fetchedAt: number }>(
  { profile }: Player,
  source: () => BesideSource<Value>,
): Promise<Value | null> {
  const ulid = profile.ulid.toLowerCase();
  if (warmUpPlayer(ulid)) return null;
  const { found, late } = await outsideRequest(() => source().load(ulid, WAIT_MS));
  // Serverless functions may freeze after the response: wait for what is under way.
  if (late || found?.stored || found?.refresh) {
    after(async () => {
      const loaded = found ?? (await late);
      await loaded?.stored;
      if (loaded?.refresh) await outsideRequest(loaded.refresh);
    });
  }
  return found?.value ?? null;
}
