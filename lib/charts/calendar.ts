import { max } from "d3-array";
import { scaleQuantize } from "d3-scale";
import { type ActiveDays, dayAfter, weekday } from "@/lib/progress/days";
import { formatPeriod } from "@/lib/progress/period";
import { stroked } from "./svg";

const CELL = 10;
const SIZE = 8;
const LEVELS = ["var(--day-1)", "var(--day-2)", "var(--day-3)", "var(--day-4)"];

/**
 * Twelve months as a column a week and a row a weekday, Monday first; the more games were played on
 * a day, the stronger its colour. An SVG without text; `calendarTable` says the same in words.
 */
export function calendarChart({ firstDay, counts }: ActiveDays): string {
  const lead = weekday(firstDay);
  const weeks = Math.ceil((lead + counts.length) / 7);
  const level = scaleQuantize([1, Math.max(max(counts) ?? 1, LEVELS.length)], LEVELS);
  const paths = new Map(LEVELS.map((color) => [color, ""]));
  for (const [at, count] of counts.entries()) {
    if (count === 0) continue;
    const place = lead + at;
    const cell = `M${Math.floor(place / 7) * CELL} ${middleOf(place % 7)}h${SIZE}`;
    paths.set(level(count), `${paths.get(level(count))}${cell}`);
  }
  return [
    `<svg viewBox="0 0 ${weeks * CELL} ${7 * CELL}" aria-hidden="true">`,
    // Every day at once: a dashed line a weekday.
    `<g stroke-dasharray="${SIZE} ${CELL - SIZE}">`,
    stroked("var(--track)", SIZE, weekdays(lead, counts.length)),
    "</g>",
    ...[...paths].map(([color, path]) => stroked(color, SIZE, path)),
    "</svg>",
  ].join("");
}

/** A line a weekday, from its first day to its last. */
function weekdays(lead: number, days: number): string {
  return Array.from({ length: 7 }, (_, row) => {
    const from = row < lead ? 1 : 0;
    const to = Math.floor((lead + days - 1 - row) / 7) + 1;
    return `M${from * CELL} ${middleOf(row)}H${to * CELL}`;
  }).join("");
}

function middleOf(row: number): number {
  return row * CELL + SIZE / 2;
}

/**
 * The same by month as a table, newest first, each month a link to its games. Day by day is what the
 * chart itself tells to arrow keys.
 *
 * @param path of the player's page
 */
export function calendarTable({ firstDay, counts }: ActiveDays, path: string): string {
  const months = new Map<string, { days: number; games: number }>();
  for (const [at, count] of counts.entries()) {
    const month = dayAfter(firstDay, at).slice(0, 7);
    const { days, games } = months.get(month) ?? { days: 0, games: 0 };
    months.set(month, { days: days + Math.sign(count), games: games + count });
  }
  const rows = [...months].map(([month, { days, games }]) => {
    const name = `<a href="${path}?active=${month}">${formatPeriod(month)}</a>`;
    return `<tr><th>${name}<td>${days}<td>${games}`;
  });
  return `<table><thead><tr><th>Month<th>Days<th>Games a day, summed<tbody>${rows.reverse().join("")}</table>`;
}
