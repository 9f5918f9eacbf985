import styles from "@/app/_components/charts/charts.module.css";
import { calendarMonths, calendarShapes } from "@/lib/charts/calendar";
import { formatNumber } from "@/lib/format";
import type { ActiveDays } from "@/lib/progress/active-days";
import { formatPeriod } from "@/lib/progress/format-period";
import { gamesLink } from "./progress-path";

/** Twelve months day by day, without text; {@link CalendarTable} says the same in words. Its style sheet has the levels. */
export function CalendarChart({ days }: { days: ActiveDays }) {
  const shapes = calendarShapes(days);
  return (
    <svg viewBox={`-.5 0 ${shapes.weeks} 7`} className={styles.squares} aria-hidden="true">
      <path d={shapes.days} />
      {shapes.levels.map((path, level) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a level is its place
        <path key={level} d={path} />
      ))}
    </svg>
  );
}

/** How days look, from one without unlocks to the fullest. */
export function CalendarLegend() {
  return (
    <p className={styles.note}>
      Less{" "}
      <svg viewBox="-.5 0 5 1" className={styles.squares} aria-hidden="true">
        {[0, 1, 2, 3, 4].map((level) => (
          <path key={level} d={`M${level} 0v1`} />
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
