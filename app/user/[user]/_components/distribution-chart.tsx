import { formatNumber } from "@/lib/format";
import { Bar } from "./bar";

/** How many games stand at 0–9 %, 10–19 % … 90–100 % won, as a table with a bar a row. */
export function DistributionChart({ distribution }: { distribution: number[] }) {
  const most = Math.max(1, ...distribution);
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
          const range = `${at * 10}–${at === distribution.length - 1 ? 100 : at * 10 + 9} %`;
          return (
            <tr key={range}>
              <th>{range}</th>
              <td>
                <Bar parts={games > 0 ? [{ color: "var(--felt)", share: games / most }] : []} />
              </td>
              <td>{formatNumber(games)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
