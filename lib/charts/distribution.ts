import { max } from "d3-array";
import { scaleLinear } from "d3-scale";
import { formatNumber } from "@/lib/format";
import { stroked } from "./svg";

const WIDTH = 500;
const HEIGHT = 8;

/** How many games stand at 0–9 %, 10–19 % … 90–100 %, as a table with a bar a row. */
export function distributionChart(distribution: number[]): string {
  const x = scaleLinear([0, max(distribution) || 1], [0, WIDTH]);
  const rows = distribution.map((games, at) => {
    const range = `${at * 10}–${at === distribution.length - 1 ? 100 : at * 10 + 9} %`;
    const bar = games === 0 ? "" : `M0 ${HEIGHT / 2}H${Math.round(x(games))}`;
    return [
      `<tr><th>${range}<td><svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">`,
      `${stroked("var(--felt)", HEIGHT, bar)}</svg><td>${formatNumber(games)}`,
    ].join("");
  });
  return `<table><thead><tr><th>Won<th>Share<th>Games<tbody>${rows.join("")}</table>`;
}
