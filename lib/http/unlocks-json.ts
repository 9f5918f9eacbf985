import type { z } from "zod";
import type {
  unlockDays as daysAnswer,
  streaks as streaksAnswer,
  unlocks as unlocksAnswer,
} from "@/lib/api-docs/answers";
import type { Player } from "@/lib/domain/player";
import type { NamedUnlocks } from "@/lib/players/unlocks/load-days";
import type { KnownUnlocks } from "@/lib/players/unlocks/load-unlocks";
import type { YearDays } from "@/lib/unlocks/days-in-zone";
import type { ZoneStreaks } from "@/lib/unlocks/streaks-in-zone";
import type { Unlock, UnlockName } from "@/lib/unlocks/unlock";
import type { UnlocksQuery } from "./unlock-parameters";

/** Unlocks on a page. */
const PAGE_SIZE = 500;

/** How far unlocks are read. Nothing is known of a player who is new here. */
type Read = Pick<KnownUnlocks, "since" | "isComplete">;

/** The unlocks of a UTC year or of a day with their names, as a route needs them. */
export interface ReadUnlocks extends Read, NamedUnlocks {}

/** The same query with the last page in place of one past the end. */
export function clampPage(query: UnlocksQuery, { unlocks }: ReadUnlocks): UnlocksQuery {
  return { ...query, page: Math.min(query.page, pagesOf(unlocks)) };
}

const pagesOf = ({ length }: readonly Unlock[]) => Math.max(1, Math.ceil(length / PAGE_SIZE));

/** A page of the unlocks of a UTC year or of a day as JSON, newest first. @param query as {@link clampPage} gives it */
export function unlocksJson(
  player: Player,
  { unlocks, names, since, isComplete }: ReadUnlocks,
  { year, ofDay, page }: UnlocksQuery,
): z.infer<typeof unlocksAnswer> {
  const pages = pagesOf(unlocks);
  const end = unlocks.length - (page - 1) * PAGE_SIZE;
  const results = unlocks.slice(Math.max(0, end - PAGE_SIZE), end).reverse();
  return {
    year,
    ...(ofDay && { day: ofDay.day, timeZone: ofDay.zone }),
    ...{ since, isComplete, page, pages },
    total: unlocks.length,
    results: unlockResults(player, results, names),
  };
}

/** Unlocks as JSON, in the same order. */
export function unlockResults(
  { games }: Player,
  unlocks: readonly Unlock[],
  names: readonly UnlockName[],
): z.infer<typeof unlocksAnswer>["results"] {
  const titles = new Map(games.map(({ id, title }) => [id, title]));
  const named = new Map(names.map((name) => [name.achievementId, name]));
  return unlocks.map(({ achievementId, gameId, points, retroPoints, isHardcore, at }) => {
    const name = named.get(achievementId);
    return {
      achievementId,
      title: name?.title ?? null,
      badge: name ? `/Badge/${name.badgeName}.png` : null,
      gameId,
      gameTitle: titles.get(gameId) ?? null,
      ...{ points, retroPoints, isHardcore },
      date: new Date(at * 1000).toISOString(),
    };
  });
}

/** A year's days with an unlock as JSON. */
export function daysJson(
  { zone, days, since, isComplete }: YearDays & Read,
  year: number,
): z.infer<typeof daysAnswer> {
  return { year, timeZone: zone, since, isComplete, days };
}

/** A player's streaks as JSON. */
export function streaksJson(
  { today, current, longest, daysPlayed, since, isComplete }: ZoneStreaks & Read,
  zone: string,
): z.infer<typeof streaksAnswer> {
  return { timeZone: zone, today, since, isComplete, current, longest, daysPlayed };
}
