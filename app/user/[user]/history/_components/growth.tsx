"use client";

import { ChartSlider } from "@/app/_components/charts/chart-slider";
import charts from "@/app/_components/charts/charts.module.css";
import { Ticks } from "@/app/_components/charts/ticks";
import { pluralize } from "@/app/_components/pluralize";
import { GROWTH_HEIGHT, growthShapes } from "@/lib/charts/growth";
import { dayAfter } from "@/lib/domain/days";
import { formatDay, formatNumber, MONTHS } from "@/lib/format";
import type { GrowthDays } from "@/lib/history/growth-days";
import { formatPeriod } from "@/lib/progress/format-period";
import { historyLink } from "../../_components/history-link";
import styles from "./growth.module.css";

interface GrowthProps {
  days: GrowthDays;
  /** Of the player's overview. */
  path: string;
}

interface Series {
  label: string;
  /** Its singular. */
  noun: string;
  values: (number | null)[];
}

/** The growth of points, achievements and awards from day to day, each on its own scale. */
export function Growth({ days, path }: GrowthProps) {
  const series: Series[] = [
    {
      label: days.areCasual ? "Casual points" : "Points",
      noun: days.areCasual ? "casual point" : "point",
      values: days.points,
    },
    { label: "Achievements", noun: "achievement", values: days.achievements },
    { label: "Awards", noun: "award", values: days.awards },
  ];
  const dayAt = (at: number) => dayAfter(days.firstDay, at);
  const isKnown = (at: number) => days.points[at] !== null;
  const inWords = (at: number) => {
    const values = series.map(({ noun, values }) => pluralize(values[at] ?? 0, noun));
    return `${formatPeriod(dayAt(at))}: ${isKnown(at) ? values.join(", ") : "no data"}`;
  };
  return (
    <section aria-labelledby="growth" className={charts.wide}>
      <div className={charts.heading}>
        <h2 id="growth">Growth</h2>
        {days.points.includes(null) && <p className={charts.note}>Dotted: no data</p>}
      </div>
      <ChartSlider
        label="Points, achievements and awards by day"
        count={days.points.length}
        rows={1}
        inWords={inWords}
        start={null}
        foot={<Months firstDay={days.firstDay} count={days.points.length} />}
        table={<GrowthTable days={days} series={series} path={path} />}
        detail={(at) => (
          <p className={charts.detail}>
            {inWords(at ?? days.points.length - 1)}{" "}
            {at !== null && isKnown(at) && (
              <a href={historyLink(path, dayAt(at))}>Show this month</a>
            )}
          </p>
        )}
      >
        <div className={styles.series}>
          {series.map(({ label, values }) => (
            <div key={label}>
              <p className={styles.label}>
                {label} <Range values={values} />
              </p>
              <Line values={values} />
            </div>
          ))}
        </div>
      </ChartSlider>
    </section>
  );
}

/** The first and the last value. */
function Range({ values }: { values: (number | null)[] }) {
  const known = values.filter((value) => value !== null);
  const first = known[0] ?? 0;
  const last = known.at(-1) ?? 0;
  if (first === last) return <span>{formatNumber(last)}</span>;
  return (
    <span>
      {formatNumber(first)} → {formatNumber(last)}
    </span>
  );
}

/** Has no text, so that it can be stretched to any width; the table has the values. */
function Line({ values }: { values: (number | null)[] }) {
  const { width, line, gaps, points } = growthShapes(values);
  return (
    <svg
      viewBox={`0 0 ${width} ${GROWTH_HEIGHT}`}
      preserveAspectRatio="none"
      fill="none"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {gaps && (
        <path
          stroke="var(--control)"
          strokeWidth="1.5"
          strokeDasharray="1 4"
          vectorEffect="non-scaling-stroke"
          d={gaps}
        />
      )}
      <path stroke="var(--chart-line)" strokeWidth="2" vectorEffect="non-scaling-stroke" d={line} />
      {points && (
        <path
          stroke="var(--chart-line)"
          strokeWidth="5"
          vectorEffect="non-scaling-stroke"
          d={points}
        />
      )}
    </svg>
  );
}

/** The names of the months, below their first days. */
function Months({ firstDay, count }: { firstDay: string; count: number }) {
  const starts = Array.from({ length: count }, (_, at) => ({ day: dayAfter(firstDay, at), at }));
  const ticks = starts
    .filter(({ day, at }) => day.endsWith("-01") || at === 0)
    .map(({ day, at }) => ({ label: monthName(day), left: at / count }));
  // A month of a few days has no room for its name.
  const shown = ticks.filter(({ left }, at) => (ticks[at + 1]?.left ?? 1) - left > 0.04);
  return <Ticks mayThin ticks={shown} />;
}

function monthName(day: string): string {
  return MONTHS[Number(day.slice(5, 7)) - 1]?.slice(0, 3) ?? "";
}

interface GrowthTableProps extends GrowthProps {
  series: Series[];
}

/** The values at the end of each month, newest first. The chart has each day, by arrow keys. */
function GrowthTable({ days, series, path }: GrowthTableProps) {
  const ends = new Map<string, number>();
  for (const [at, value] of days.points.entries()) {
    if (value !== null) ends.set(dayAfter(days.firstDay, at).slice(0, 7), at);
  }
  return (
    <table>
      <thead>
        <tr>
          <th>Month</th>
          <th>Last checked</th>
          {series.map(({ label }) => (
            <th key={label}>{label}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...ends].reverse().map(([month, at]) => (
          <tr key={month}>
            <th>
              <a href={`${path}/history?month=${month}`}>{formatPeriod(month)}</a>
            </th>
            <td>{formatDay(Date.parse(dayAfter(days.firstDay, at)) / 1000)}</td>
            {series.map(({ label, values }) => (
              <td key={label}>{formatNumber(values[at] ?? 0)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
