"use client";

import { FULL_BAR } from "@/app/_components/charts/bar";
import styles from "@/app/_components/charts/charts.module.css";
import { CountsBar } from "@/app/_components/charts/counts-bar";
import { withLineBreaks } from "@/app/_components/charts/with-line-breaks";
import { pluralize } from "@/app/_components/pluralize";
import { formatNumber } from "@/lib/format";
import type { Overview } from "@/lib/progress/overview";
import { gamesLink } from "./progress-path";

/** As many as the panel beside it is high; the rest can be opened. */
const RANKED = 8;

interface SystemsChartProps {
  systems: Overview["systems"];
  /** Of the player's overview. */
  path: string;
}

/**
 * Systems ranked by games: a table with a bar of the award mix, whose hollow rest is unfinished. The smaller systems are
 * a list, which weighs little until it is opened. The browser makes it too, since its figures are shorter than its elements.
 */
export function SystemsChart({ systems, path }: SystemsChartProps) {
  const most = Math.max(FULL_BAR, ...systems.map(({ counts }) => counts.played));
  const others = systems.slice(RANKED);
  return (
    <>
      <Table systems={systems.slice(0, RANKED)} path={path} most={most} />
      {others.length > 0 && (
        <details className={styles.more}>
          <summary>
            {others.length} more <span>{pluralize(gamesOf(others), "game")}</span>
          </summary>
          <ul className={styles.others}>
            {others.map(({ id, name, counts }) => (
              <li key={id}>
                <a href={gamesLink(path, `system=${id}`)}>{name}</a> {formatNumber(counts.played)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Table({ systems, path, most }: SystemsChartProps & { most: number }) {
  return (
    <table>
      <thead>
        <tr>
          <th>System</th>
          <th>Awards</th>
          <th>Games</th>
        </tr>
      </thead>
      <tbody>
        {systems.map(({ id, name, counts }) => (
          <tr key={id}>
            <th>
              <a href={gamesLink(path, `system=${id}`)}>{withLineBreaks(name)}</a>
            </th>
            <td>
              <CountsBar counts={counts} most={most} />
            </td>
            <td>{formatNumber(counts.played)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function gamesOf(systems: Overview["systems"]): number {
  return systems.reduce((sum, { counts }) => sum + counts.played, 0);
}
