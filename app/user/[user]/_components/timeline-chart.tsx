import { AWARD_COLORS } from "@/lib/charts/award-colors";
import {
  type monthShapes,
  TIMELINE_HEIGHT,
  timelineShapes,
  timelineYears,
} from "@/lib/charts/timeline";
import { formatNumber } from "@/lib/format";
import type { AwardMonth } from "@/lib/progress/months";
import { gamesLink } from "./progress-path";

/**
 * Awards a month, stacked by kind, and with a line of their total. Without text, so that it can be
 * stretched to any width; {@link TimelineTable} says the same in words.
 */
export function TimelineChart({ months, hasLine }: { months: AwardMonth[]; hasLine: boolean }) {
  return <MonthsChart shapes={timelineShapes(months)} hasLine={hasLine} />;
}

interface MonthsChartProps {
  shapes: ReturnType<typeof monthShapes>;
  hasLine: boolean;
}

/** Values a month, stacked, and with a line of their total. */
export function MonthsChart({ shapes, hasLine }: MonthsChartProps) {
  const { width, bars, layers, totals, grid } = shapes;
  return (
    <svg
      viewBox={`0 0 ${width} ${TIMELINE_HEIGHT}`}
      preserveAspectRatio="none"
      fill="none"
      aria-hidden="true"
    >
      <path stroke="var(--edge)" vectorEffect="non-scaling-stroke" d={grid} />
      <g transform={bars.toBox} strokeWidth={bars.width}>
        {layers.map(
          ({ color, isStriped, path }, kind) =>
            path && (
              <path
                // biome-ignore lint/suspicious/noArrayIndexKey: the layers are always the same
                key={kind}
                stroke={color}
                strokeDasharray={isStriped ? bars.stripes : undefined}
                d={path}
              />
            ),
        )}
      </g>
      {hasLine && (
        <g strokeLinejoin="round" strokeWidth="2">
          {/* Dark where it crosses a bar and not lost in it: it has a rim in the colour of the ground. */}
          <path
            stroke="var(--chart-ground)"
            strokeWidth="5"
            vectorEffect="non-scaling-stroke"
            d={totals}
          />
          <path stroke="var(--chart-line)" vectorEffect="non-scaling-stroke" d={totals} />
        </g>
      )}
    </svg>
  );
}

interface TimelineTableProps {
  months: AwardMonth[];
  /** Of the player's overview. */
  path: string;
}

/** The awards of each year, newest first. The chart has each month, by arrow keys. */
export function TimelineTable({ months, path }: TimelineTableProps) {
  return (
    <table>
      <thead>
        <tr>
          <th>Year</th>
          {AWARD_COLORS.map(({ key, label }) => (
            <th key={key}>{label}</th>
          ))}
          <th>Total</th>
        </tr>
      </thead>
      <tbody>
        {timelineYears(months).map(({ year, awards, soFar }) => (
          <tr key={year}>
            <th>
              <a href={gamesLink(path, `awarded=${year}`)}>{year}</a>
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
