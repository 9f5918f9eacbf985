import { max } from "d3-array";
import { scaleBand, scaleLinear } from "d3-scale";
import { line, stack } from "d3-shape";
import { formatNumber } from "@/lib/format";
import { type AwardMonth, awardsIn, runningTotals } from "@/lib/progress/months";
import { AWARD_COLORS } from "./award-colors";
import { bars } from "./svg";

const MONTH = 10;
const HEIGHT = 100;
const KEYS = AWARD_COLORS.map(({ key }) => key);

/**
 * Awards a month, stacked by kind with the best at the bottom, over the whole history, and a line of
 * all awards so far on a scale of its own. An SVG without text that may be stretched to any size;
 * `timelineTable` says the same in words.
 */
export function timelineChart(months: AwardMonth[]): string {
  const width = months.length * MONTH;
  const x = scaleBand<number>(months.keys(), [0, width]).paddingInner(0.1);
  const y = scaleLinear([0, max(months, awardsIn) ?? 1], [HEIGHT, 2]);
  const layers = stack<AwardMonth, (typeof KEYS)[number]>().keys(KEYS)(months);
  const stacked = layers.map((layer, at) =>
    bars(
      AWARD_COLORS[at]?.color ?? "",
      Math.floor(x.bandwidth()),
      layer.flatMap(([from, to], month): [number, number, number][] =>
        to > from ? [[(x(month) ?? 0) + x.bandwidth() / 2, y(from), y(to)]] : [],
      ),
    ),
  );
  const totals = runningTotals(months);
  const total = scaleLinear([0, totals.at(-1) ?? 1], [HEIGHT, 2]);
  const points = totals.map((value, at): [number, number] => [
    at * MONTH + MONTH / 2,
    Math.round(total(value)),
  ]);
  return [
    `<svg viewBox="0 0 ${width} ${HEIGHT}" preserveAspectRatio="none" fill="none" aria-hidden="true">`,
    ...stacked,
    `<path stroke="var(--felt)" stroke-width="1.5" vector-effect="non-scaling-stroke" d="${line()(points)}"/>`,
    "</svg>",
  ].join("");
}

/**
 * The same by year as a table, newest first, each year a link to its games. Month by month is what
 * the chart itself tells to arrow keys.
 *
 * @param path of the player's page
 */
export function timelineTable(months: AwardMonth[], path: string): string {
  const totals = runningTotals(months);
  const years = new Map<string, number[]>();
  for (const [at, month] of months.entries()) {
    const year = month.month.slice(0, 4);
    const before = years.get(year);
    const counts = KEYS.map((key, kind) => (before?.[kind] ?? 0) + month[key]);
    years.set(year, [...counts, totals[at] ?? 0]);
  }
  const rows = [...years].map(([year, cells]) => {
    const name = `<a href="${path}?awarded=${year}">${year}</a>`;
    return `<tr><th>${name}${cells.map((cell) => `<td>${formatNumber(cell)}`).join("")}`;
  });
  const heads = ["Year", ...AWARD_COLORS.map(({ label }) => label), "All so far"];
  const head = heads.map((text) => `<th>${text}`).join("");
  return `<table><thead><tr>${head}<tbody>${rows.reverse().join("")}</table>`;
}
