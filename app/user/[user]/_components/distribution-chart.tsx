"use client";

import { Bar, FULL_BAR } from "@/app/_components/charts/bar";
import { formatNumber } from "@/lib/format";

/**
 * How many games stand at 0–9%, 10–19% … 90–99%, 100% done, as a table with a bar a row. Fewer games than
 * rows have no spread to see: then only the rows that hold some are there. The browser makes it too, as the chart of systems.
 */
export function DistributionChart({ distribution }: { distribution: number[] }) {
  const most = Math.max(FULL_BAR, ...distribution);
  const isFew = distribution.reduce((sum, games) => sum + games, 0) < distribution.length;
  return (
    <table>
      <thead>
        <tr>
          <th>Won</th>
          <th>Share</th>
          <th>Games</th>
        </tr>
      </thead>
      <tbody>
        {distribution.map((games, at) => {
          if (isFew && games === 0) return null;
          const range = at === distribution.length - 1 ? "100%" : `${at * 10}–${at * 10 + 9}%`;
          return (
            <tr key={range}>
              <th>{range}</th>
              <td>
                {games > 0 && (
                  <Bar length={games / most} parts={[{ kind: "number", count: games }]} />
                )}
              </td>
              <td>{formatNumber(games)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
