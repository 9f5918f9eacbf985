import { AWARD_COLORS } from "@/lib/charts/award-colors";
import { TIMELINE_HEIGHT, timelineShapes, timelineYears } from "@/lib/charts/timeline";
import { formatNumber } from "@/lib/format";
import type { AwardMonth } from "@/lib/progress/months";

/**
 * Awards a month, stacked by kind, and a line of all awards so far. Without text, so that it can be
 * stretched to any width; {@link TimelineTable} says the same in words.
 */
export function TimelineChart({ months }: { months: AwardMonth[] }) {
  const { width, bar, layers, totals } = timelineShapes(months);
  return (
    <svg
      viewBox={`0 0 ${width} ${TIMELINE_HEIGHT}`}
      preserveAspectRatio="none"
      fill="none"
      aria-hidden="true"
    >
      {layers.map(
        ({ color, path }) => path && <path key={color} stroke={color} strokeWidth={bar} d={path} />,
      )}
      <path stroke="var(--felt)" strokeWidth="1.5" vectorEffect="non-scaling-stroke" d={totals} />
    </svg>
  );
}

interface TimelineTableProps {
  months: AwardMonth[];
  /** Of the player's page: each year leads to its games there. */
  path: string;
}

/** The awards of each year, newest first. Month by month is what the chart itself tells to arrow keys. */
export function TimelineTable({ months, path }: TimelineTableProps) {
  return (
    <table>
      <thead>
        <tr>
          <th>Year</th>
          {AWARD_COLORS.map(({ key, label }) => (
            <th key={key}>{label}</th>
          ))}
          <th>All so far</th>
        </tr>
      </thead>
      <tbody>
        {timelineYears(months).map(({ year, awards, soFar }) => (
          <tr key={year}>
            <th>
              <a href={`${path}?awarded=${year}`}>{year}</a>
            </th>
            {AWARD_COLORS.map(({ key }, kind) => (
              <td key={key}>{formatNumber(awards[kind] ?? 0)}</td>
            ))}
            <td>{formatNumber(soFar)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
