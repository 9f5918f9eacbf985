import type { Game } from "@/lib/domain/player";
import { formatDay, formatNumber } from "@/lib/format";
import { awardLabel } from "@/lib/progress/award";
import { parseTitle } from "@/lib/progress/title";
import { isRetired } from "@/lib/progress/won";

/** A game's title without RA's tags, as plain text: `The Amber Lantern – Bonus` for a subset. */
export function plainGameTitle(title: string): string {
  const { name, subset } = parseTitle(title);
  return subset === null ? name : `${name} – ${subset}`;
}

/** A player's progress in a game in a sentence, for search engines and link previews. */
export function gameSentence(name: string, game: Game): string {
  const { highestAwardKind: kind, highestAwardAt, numAwarded, maxPossible } = game;
  const day = highestAwardAt === null ? "" : ` on ${formatDay(highestAwardAt)}`;
  const award = kind === null ? "" : `, ${awardLabel(kind).toLowerCase()}${day}`;
  const achievements = isRetired(game)
    ? "the retired set of"
    : `${formatNumber(numAwarded)} of ${formatNumber(maxPossible)} achievements in`;
  return `${name} on RetroAchievements: ${achievements} ${plainGameTitle(game.title)}${award}.`;
}
