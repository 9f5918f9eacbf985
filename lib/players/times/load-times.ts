import "server-only";
import type { Player } from "@/lib/domain/player";
import { sharedTimes } from "@/lib/players/load-player";
import { waitForStore } from "@/lib/players/wait-for-store";
import { warmUpPlayer } from "@/lib/players/warm-up-player";
import { madeUpTimes } from "@/lib/retroachievements";
import { upstreamMode } from "@/lib/retroachievements/retroachievements";
import type { GameTime } from "@/lib/times/game-time";
import type { TimesSource } from "./times-head";

/** What is known of a player's times. */
export interface KnownTimes {
  /** By game; a game that is missing has none. */
  times: ReadonlyMap<number, GameTime>;
  /** `v1`: points only, since RA's API v2 is not available. */
  source: TimesSource;
  /** Changes whenever anything here does, in any process. */
  revision: string;
}

/** Demo players do not change. */
const DEMO = "demo";

const byTimes = new WeakMap<readonly GameTime[], KnownTimes["times"]>();

/**
 * What is known of a player's times: the only way from a view to them. Demo players have made-up ones. Never throws, and never takes
 * long: what does not come in time is null, as what is not read yet.
 */
export async function loadTimes(player: Player): Promise<KnownTimes | null> {
  const demo = madeUpTimes(player);
  if (demo) return { times: mapOf(demo), source: "v2", revision: DEMO };
  const times = timesOf(player);
  if (!times) return null;
  const ulid = player.profile.ulid.toLowerCase();
  const { found: head } = await waitForStore(ulid, () => times.load(ulid));
  if (!head?.source) return null;
  const revision = `${head.startedAt.toString(36)}.${head.changes}`;
  return { times: mapOf(head.times), source: head.source, revision };
}

/** Whether times of a player are being read for the first time: a look has put the player into a queue. */
export async function areTimesFilling(player: Player): Promise<boolean> {
  // Of a player without a game nothing is read.
  if (upstreamMode() === "demo" || player.games.length === 0) return false;
  return timesOf(player) !== null && (await loadTimes(player)) === null;
}

/** What differs whenever what is known of a player's times does. Never throws. */
export async function timesRevision(player: Player): Promise<string> {
  // Making times up takes longer than all else of a view.
  if (upstreamMode() === "demo") return DEMO;
  return (await loadTimes(player))?.revision ?? "";
}

/** The times of this process; null: it has none, or not of this player. The player of the warm-up is in no store. */
function timesOf({ profile }: Player) {
  return warmUpPlayer(profile.ulid) ? null : sharedTimes();
}

function mapOf(times: readonly GameTime[]): KnownTimes["times"] {
  const known = byTimes.get(times) ?? new Map(times.map((time) => [time.gameId, time]));
  byTimes.set(times, known);
  return known;
}
