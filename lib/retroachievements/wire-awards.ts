import { z } from "zod";
import { isImagePath } from "./image-path";
import type { SiteBadge } from "./retroachievements";
import { dateOfPlay, line } from "./wire-values";

/** The awards for progress in a game. */
const OF_GAMES: ReadonlySet<string> = new Set(["Mastery/Completion", "Game Beaten"]);

const row = z.object({
  AwardedAt: dateOfPlay,
  AwardType: line.pipe(z.string().min(1)),
  Title: line.nullish().catch(null),
  ImageIcon: z.string().nullish().catch(null),
});
const awards = z.object({
  VisibleUserAwards: z.custom<unknown[]>((value) => Array.isArray(value)),
});

/** Badges in an answer of API_GetUserAwards, and how many awards could not be read. */
export interface AwardsAnswer {
  badges: SiteBadge[];
  unreadable: number;
}

/** From this number of awards on, an answer without a readable one counts as another format. */
const UNKNOWN_FORMAT_ROWS = 10;

/**
 * The badges of events and of the site in an answer of API_GetUserAwards, newest first; null if it is none. Of an unknown
 * player RA sends an empty array; hidden awards it only counts.
 */
export function readAwards(answer: unknown): AwardsAnswer | null {
  if (Array.isArray(answer)) return answer.length === 0 ? { badges: [], unreadable: 0 } : null;
  const parsed = awards.safeParse(answer);
  if (!parsed.success) return null;
  const values = parsed.data.VisibleUserAwards;
  const rows = values.flatMap((value) => row.safeParse(value).data ?? []);
  if (rows.length === 0 && values.length >= UNKNOWN_FORMAT_ROWS) return null;
  return {
    badges: rows
      .filter(({ AwardType }) => !OF_GAMES.has(AwardType))
      .map(({ AwardType, AwardedAt, Title, ImageIcon }) => ({
        kind: AwardType,
        title: Title || null,
        iconPath: ImageIcon && isImagePath(ImageIcon) ? ImageIcon : null,
        at: AwardedAt,
      }))
      .sort((a, b) => b.at - a.at),
    unreadable: values.length - rows.length,
  };
}
