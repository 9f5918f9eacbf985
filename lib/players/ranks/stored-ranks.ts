import { z } from "zod";
import { storedFormat } from "@/lib/domain/stored-format";
import type { PlayerRank } from "@/lib/retroachievements/retroachievements";

/** A player's ranks, and when RA was asked for them, in epoch milliseconds. */
export interface DatedRanks extends PlayerRank {
  fetchedAt: number;
}

const count = z.number().int().nonnegative();
const rank = z.object({ rank: count, of: count.nullable() }).nullable();
const ranks = z.object({
  fetchedAt: count,
  hardcore: rank,
  casual: rank,
  playing: z.object({ text: z.string(), at: count }).nullable(),
});

/** Ranks as they are stored: JSON. */
export const rankFormat = storedFormat<DatedRanks>("lprk", {
  1: (body) => ranks.parse(JSON.parse(body)),
});

/** The text that is stored. */
export function sealRanks({ fetchedAt, hardcore, casual, playing }: DatedRanks): string {
  return rankFormat.seal(JSON.stringify({ fetchedAt, hardcore, casual, playing }));
}
