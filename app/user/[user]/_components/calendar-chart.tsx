import { calendarMonths, calendarShapes } from "@/lib/charts/calendar";
import type { ActiveDays } from "@/lib/progress/days";
import { formatPeriod } from "@/lib/progress/period";

/** Twelve months day by day, without text; {@link CalendarTable} says the same in words. */
export function CalendarChart({ days }: { days: ActiveDays }) {
  const shapes = calendarShapes(days);
  return (
    <svg
      viewBox={`0 0 ${shapes.width} ${shapes.height}`}
      strokeWidth={shapes.day}
      aria-hidden="true"
    >
      <path stroke="var(--track)" strokeDasharray={`${shapes.day} ${shapes.gap}`} d={shapes.days} />
      {shapes.levels.map(({ color, path }) => path && <path key={color} stroke={color} d={path} />)}
    </svg>
  );
}

interface CalendarTableProps {
  days: ActiveDays;
  /** Of the player's page: each month leads to its games there. */
  path: string;
}

/** The same by month, newest first. Day by day is what the chart itself tells to arrow keys. */
export function CalendarTable({ days, path }: CalendarTableProps) {
  return (
    <table>
      <thead>
        <tr>
          <th>Month</th>
          <th>Days</th>
          <th>Games a day, summed</th>
        </tr>
      </thead>
      <tbody>
        {calendarMonths(days).map(({ month, days, games }) => (
          <tr key={month}>
            <th>
              <a href={`${path}?active=${month}`}>{formatPeriod(month)}</a>
            </th>
            <td>{days}</td>
            <td>{games}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
