import type { Game } from "@/lib/domain/player";
import { readProgressPage } from "@/lib/retroachievements/wire";

/** The games that the site makes of RA's rows. */
export function gamesOf(rows: readonly unknown[]): Game[] {
  const page = readProgressPage({ Total: rows.length, Results: rows }, rows.length);
  if (!page) throw new Error("These are no rows of RA's.");
  return page.rows.flatMap(({ game }) => game ?? []);
}
