import styles from "@/app/_components/charts/charts.module.css";
import { calendarMonths, calendarShapes, DAY_LEVELS } from "@/lib/charts/calendar";
import { formatNumber } from "@/lib/format";
import type { ActiveDays } from "@/lib/progress/active-days";
import { formatPeriod } from "@/lib/progress/period";
import { gamesLink } from "./progress-path";

/** Twelve months day by day, without text; {@link CalendarTable} says the same in words. */
export function CalendarChart({ days }: { days: ActiveDays }) {
  const shapes = calendarShapes(days);
  return (
    <svg
      // Half of the gap is left of the first day and above it, so that each is amid its place.
      viewBox={`${-shapes.gap / 2} ${-shapes.gap / 2} ${shapes.width} ${shapes.height}`}
      aria-hidden="true"
    >
      <path
        stroke="var(--day-0)"
        strokeWidth={shapes.day}
        strokeDasharray={`${shapes.day} ${shapes.gap}`}
        d={shapes.days}
      />
      {shapes.levels.map(
        ({ color, size, path }) =>
          path && <path key={size} stroke={color} strokeWidth={size} d={path} />,
      )}
    </svg>
  );
}

/** How days look, from one without unlocks to the fullest. */
export function CalendarLegend() {
  return (
    <p className={styles.note}>
      Less{" "}
      <svg viewBox="0 0 58 10" className={styles.levels} aria-hidden="true">
        <path stroke="var(--day-0)" strokeWidth="10" strokeDasharray="10 2" d="M0 5H58" />
        {DAY_LEVELS.map(({ color, size }, at) => (
          <path
            key={color}
            stroke={color}
            strokeWidth={size}
            d={`M${(at + 1) * 12 + (10 - size) / 2} 5h${size}`}
          />
        ))}
      </svg>{" "}
      More
    </p>
  );
}

interface CalendarTableProps {
  days: ActiveDays;
  /** Of the player's overview. */
  path: string;
}

/** The same by month, newest first. The chart has each day, by arrow keys. */
export function CalendarTable({ days, path }: CalendarTableProps) {
  const hasAchievements = days.achievements !== undefined;
  return (
    <table>
      <thead>
        <tr>
          <th>Month</th>
          <th>Days</th>
          <th>Games a day, summed</th>
          {hasAchievements && <th>Achievements</th>}
        </tr>
      </thead>
      <tbody>
        {calendarMonths(days).map(({ month, days, games, achievements }) => (
          <tr key={month}>
            <th>
              <a href={gamesLink(path, `active=${month}`)}>{formatPeriod(month)}</a>
            </th>
            <td>{days}</td>
            <td>{games}</td>
            {hasAchievements && (
              <td>{achievements === null ? "not known" : formatNumber(achievements)}</td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
