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
    // Half a place is left on each side of the middles.
    <svg viewBox={`-.5 -.5 ${shapes.weeks} 7`} strokeLinecap="square" aria-hidden="true">
      <path
        stroke="var(--day-0)"
        strokeWidth={DAY_LEVELS[3].size}
        strokeDasharray="0 1"
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
      <svg
        viewBox="-.5 -.5 5 1"
        className={styles.levels}
        strokeLinecap="square"
        aria-hidden="true"
      >
        <path stroke="var(--day-0)" strokeWidth={DAY_LEVELS[3].size} d="M0 0h0" />
        {DAY_LEVELS.map(({ color, size }, at) => (
          <path key={color} stroke={color} strokeWidth={size} d={`M${at + 1} 0h0`} />
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
  // Of days with unlocks no games are counted.
  const hasGames = !hasAchievements || days.counts.some((count) => count > 0);
  return (
    <table>
      <thead>
        <tr>
          <th>Month</th>
          <th>Days</th>
          {hasGames && <th>Games a day, summed</th>}
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
            {hasGames && <td>{games}</td>}
            {hasAchievements && (
              <td>{achievements === null ? "not known" : formatNumber(achievements)}</td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
