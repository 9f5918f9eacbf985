import type { z } from "zod";
import type { awards as awardsAnswer } from "@/lib/api-docs/answers";
import type { Player } from "@/lib/domain/player";
import { type KnownAwards, loadAwards } from "@/lib/players/awards/load-awards";
import type { RouteData } from "./player-route";

type Shown = Pick<KnownAwards, "badges" | "checkedAt">;

/** Reads a player's badges for a route; null where they cannot be had now. */
export async function readAwards(player: Player): Promise<RouteData<Shown | null>> {
  const value = await loadAwards(player);
  return { value, version: value ? `${value.checkedAt}${value.revision}` : "" };
}

/** A player's badges of events and of the site as JSON, newest first. */
export function awardsJson({ profile }: Player, known: Shown | null): z.infer<typeof awardsAnswer> {
  const results = (known?.badges ?? []).map(({ kind, title, iconPath, at }) => ({
    kind,
    title,
    date: new Date(at * 1000).toISOString(),
    icon: iconPath,
  }));
  return {
    user: profile.name,
    ulid: profile.ulid,
    checkedAt: known && new Date(known.checkedAt).toISOString(),
    total: results.length,
    results,
  };
}
