import { AWARD_COLORS } from "@/lib/charts/award-colors";
import { formatNumber } from "@/lib/format";
import type { Overview } from "@/lib/progress/overview";
import { Bar } from "./bar";

/** The rest is summed up in a row of its own. */
const RANKED = 12;

interface SystemsChartProps {
  systems: Overview["systems"];
  /** Of the player's page: each system leads to its games there. */
  path: string;
}

/**
 * Systems ranked by games as a table whose bars show the award mix; what is neither beaten nor
 * finished is the rest of the bar.
 */
export function SystemsChart({ systems, path }: SystemsChartProps) {
  const most = Math.max(1, ...systems.map(({ counts }) => counts.played));
  const others = systems.slice(RANKED);
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
        {systems.slice(0, RANKED).map(({ id, name, counts }) => {
          const mix = AWARD_COLORS.filter(({ key }) => counts[key] > 0);
          const words = mix.map(({ key, label }) => `${counts[key]} ${label.toLowerCase()}`);
          const parts = mix.map(({ key, color }) => ({ color, share: counts[key] / most }));
          const rest = counts.played - mix.reduce((sum, { key }) => sum + counts[key], 0);
          return (
            <tr key={id}>
              <th>
                <a href={`${path}?system=${id}`}>{name}</a>
              </th>
              <td>
                <Bar
                  parts={[...parts, { color: "var(--control-pale)", share: rest / most }]}
                  label={words.join(", ") || "no award"}
                />
              </td>
              <td>{formatNumber(counts.played)}</td>
            </tr>
          );
        })}
        {others.length > 0 && (
          <tr>
            <th>{others.length} more</th>
            <td />
            <td>{formatNumber(others.reduce((sum, { counts }) => sum + counts.played, 0))}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
