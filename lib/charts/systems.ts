import { max } from "d3-array";
import { scaleLinear } from "d3-scale";
import { formatNumber } from "@/lib/format";
import type { Overview } from "@/lib/progress/overview";
import { escapeXml } from "@/lib/xml";
import { AWARD_COLORS } from "./award-colors";
import { stroked } from "./svg";

const WIDTH = 500;
const HEIGHT = 8;
/** The rest is summed up in a row of its own. */
const RANKED = 12;

/**
 * Systems ranked by games as a table whose bars show the award mix; what is neither beaten nor
 * finished is the rest of the bar.
 *
 * @param path of the player's page
 */
export function systemsChart(systems: Overview["systems"], path: string): string {
  const x = scaleLinear([0, max(systems, ({ counts }) => counts.played) ?? 1], [0, WIDTH]);
  const rows = systems.slice(0, RANKED).map(({ id, name, counts }) => {
    const mix = AWARD_COLORS.filter(({ key }) => counts[key] > 0);
    const words = mix.map(({ key, label }) => `${counts[key]} ${label.toLowerCase()}`).join(", ");
    // Each bar goes from the left to its end, over the longer ones.
    let end = 0;
    const bars = mix.map(({ key, color }) => {
      end += counts[key];
      return bar(color, x(end));
    });
    return [
      `<tr><th><a href="${path}?system=${id}">${escapeXml(name)}</a>`,
      `<td><svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img">`,
      `<title>${words || "no award"}</title>`,
      bar("var(--control-pale)", x(counts.played)),
      `${bars.reverse().join("")}</svg><td>${formatNumber(counts.played)}`,
    ].join("");
  });
  const others = systems.slice(RANKED);
  const games = others.reduce((sum, { counts }) => sum + counts.played, 0);
  if (games > 0) rows.push(`<tr><th>${others.length} more<td><td>${formatNumber(games)}`);
  return `<table><thead><tr><th>System<th>Awards<th>Games<tbody>${rows.join("")}</table>`;
}

function bar(color: string, to: number): string {
  return stroked(color, HEIGHT, `M0 ${HEIGHT / 2}H${Math.round(to)}`);
}
