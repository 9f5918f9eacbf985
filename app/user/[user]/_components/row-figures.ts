import type { Game } from "@/lib/domain/player";
import { formatNumber } from "@/lib/format";
import { formatRarity } from "@/lib/games/format-rarity";
import { figureOf, type ListFigure } from "@/lib/times/list-figures";
import type { ListTime } from "@/lib/times/list-time";
import { formatPlaytime, formatTimeOfRow } from "@/lib/times/time-of-row";

/** A part of a text that is not broken, before another: the line breaks between them. */
const BETWEEN = " ·\u00a0";

/**
 * What is known of a game's time, rarity and points, as its row shows it: `in 12 hours, 5 minutes over 3 days · mastered by
 * 2.1% · 420 of 500 points`; null if nothing is. Each part breaks as a whole.
 *
 * @param first what the list is sorted by: it begins, so that it is there where a line is short. Playtime is shown then only,
 *   in the place of the time to the award
 */
export function rowFigures(
  game: Game,
  time: ListTime | undefined,
  first: ListFigure | null,
): string | null {
  if (!time) return null;
  const rarity = figureOf(game, time, "rarity");
  const playtime = first === "playtime" ? figureOf(game, time, first) : null;
  const parts: [figure: ListFigure, text: string | null][] = [
    playtime === null
      ? ["time_to_master", formatTimeOfRow(game, time)]
      : ["playtime", `${formatPlaytime(playtime)} played`],
    ["rarity", rarity === null ? null : `mastered by ${formatRarity(rarity)}`],
    ["points", pointsInWords(game, time)],
  ];
  const shown = parts.filter(([, text]) => text !== null);
  shown.sort(([a], [b]) => Number(b === first) - Number(a === first));
  return shown.map(([, text]) => text?.replaceAll(" ", "\u00a0")).join(BETWEEN) || null;
}

function pointsInWords(game: Game, time: ListTime): string | null {
  const points = figureOf(game, time, "points");
  if (points === null || !time.pointsTotal) return null;
  const total = formatNumber(time.pointsTotal);
  return points < time.pointsTotal
    ? `${formatNumber(points)} of ${total} points`
    : `all ${total} points`;
}
