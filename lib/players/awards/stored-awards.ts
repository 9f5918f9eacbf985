import { z } from "zod";
import { BADGE_KINDS, type Badge } from "@/lib/domain/badge";
import { storedFormat } from "@/lib/domain/stored-format";

/** A player's badges, and when RA was asked for them, in epoch milliseconds. */
export interface DatedAwards {
  /** Newest first. */
  badges: readonly Badge[];
  fetchedAt: number;
}

const badge = z.object({
  kind: z.enum(BADGE_KINDS),
  title: z.string(),
  iconPath: z.string().nullable(),
  at: z.number(),
});
const awards = z.object({
  fetchedAt: z.number().int().nonnegative(),
  badges: z.array(badge),
});

/** Badges as they are stored: JSON. */
export const awardFormat = storedFormat<DatedAwards>("lpaw", {
  1: (body) => awards.parse(JSON.parse(body)),
});

/** The text that is stored. */
export function sealAwards({ fetchedAt, badges }: DatedAwards): string {
  const fields = badges.map(({ kind, title, iconPath, at }) => ({ kind, title, iconPath, at }));
  return awardFormat.seal(JSON.stringify({ fetchedAt, badges: fields }));
}
