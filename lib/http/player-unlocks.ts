import type { Player } from "@/lib/domain/player";
import { loadDays, loadNamedYear, loadZoneDay } from "@/lib/players/unlocks/load-days";
import { type KnownUnlocks, loadUnlockState } from "@/lib/players/unlocks/load-unlocks";
import { streaksNow } from "@/lib/players/unlocks/streaks-now";
import type { YearDays } from "@/lib/unlocks/days-in-zone";
import type { ZoneStreaks } from "@/lib/unlocks/streaks-in-zone";
import type { RouteData } from "./player-route";
import { unlocksUnavailable } from "./problem";
import type { DaysQuery, UnlocksQuery } from "./unlock-parameters";
import type { ReadUnlocks } from "./unlocks-json";

type Read = Pick<KnownUnlocks, "since" | "isComplete">;

/** Of a player who is new here. */
const NOTHING: KnownUnlocks = {
  ...{ sums: [], years: [], since: null, isComplete: false, revision: "" },
};

/** Reads the unlocks of a UTC year or of a day for a route; a 503 problem while the store does not answer. */
export async function readUnlocks(
  player: Player,
  { year, ofDay }: UnlocksQuery,
): Promise<RouteData<ReadUnlocks> | Response> {
  const known = await loadKnown(player);
  if (known === null) return unlocksUnavailable();
  const found = ofDay
    ? await loadZoneDay(player, known, ofDay.day, ofDay.zone)
    : await loadNamedYear(player, known, year);
  return found
    ? { value: { ...read(known), ...found }, version: known.revision }
    : unlocksUnavailable();
}

/** Reads a year's days for a route; a 503 problem while the store does not answer. */
export async function readDays(
  player: Player,
  { year, zone }: DaysQuery,
): Promise<RouteData<YearDays & Read> | Response> {
  const known = await loadKnown(player);
  if (known === null) return unlocksUnavailable();
  const days = await loadDays(player, known, year, zone);
  if (days === null) return unlocksUnavailable();
  return { value: { ...read(known), ...days }, version: known.revision };
}

/** Reads a player's streaks for a route; a 503 problem while the store does not answer. */
export async function readStreaks(
  player: Player,
  { zone }: Pick<DaysQuery, "zone">,
): Promise<RouteData<ZoneStreaks & Read> | Response> {
  const known = await loadKnown(player);
  if (known === null) return unlocksUnavailable();
  const { streaks, revision } = streaksNow(known, zone);
  return { value: { ...read(known), ...streaks }, version: revision };
}

/** What is known of a player's unlocks; null: it cannot be read now. */
async function loadKnown(player: Player): Promise<KnownUnlocks | null> {
  const { known, isReadable } = await loadUnlockState(player);
  return isReadable ? (known ?? NOTHING) : null;
}

const read = ({ since, isComplete }: KnownUnlocks): Read => ({ since, isComplete });
