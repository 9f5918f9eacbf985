"use client";

import { type ReactNode, useMemo } from "react";
import { ChartSlider } from "@/app/_components/charts/chart-slider";
import styles from "@/app/_components/charts/charts.module.css";
import { MonthsLegend } from "@/app/_components/charts/legend";
import { Years } from "@/app/_components/charts/years";
import { pluralize } from "@/app/_components/pluralize";
import { monthShapes, paddedMonths, valueScale } from "@/lib/charts/timeline";
import { formatNumber } from "@/lib/format";
import { formatPeriod } from "@/lib/progress/format-period";
import { runningSums } from "@/lib/progress/months";
import type { UnlockMonth } from "@/lib/unlocks/month-sums";
import { unpackUnlockMonths } from "@/lib/views/packed-timeline";
import { ChartChoice } from "./chart-choice";
import { MonthsChart } from "./timeline-chart";
import { yearLink } from "./year-link";

interface PointsTimelineProps {
  /** From the first unlock to the last, as `packUnlockMonths` gives them. */
  months: string;
  /** The first year that is known, if older unlocks are still missing; null: all are known. */
  knownSince: number | null;
  /** Of the player's overview. */
  path: string;
  /** The time zone of the page, which months are not of. */
  zone: string;
  /** Where the chart of awards is; null without awards. */
  awardsLink: string | null;
  /** Shown below the chart. */
  children: ReactNode;
}

/** Gold and silver are of awards. */
const COLOR = "var(--day-1)";

/** Progress over time: the points of each month in both modes, and all points so far. */
export function PointsTimeline(props: PointsTimelineProps) {
  const { knownSince, path, zone, awardsLink, children } = props;
  const known = useMemo(() => unpackUnlockMonths(props.months), [props.months]);
  const months = paddedMonths(known, (month) => ({ month, achievements: 0, points: 0 }));
  const values = months.map(({ points }) => points);
  const totals = runningSums(values);
  const all = totals.at(-1) ?? 0;
  // Of one month alone, a line says nothing.
  const hasLine = known.length > 1;
  const linkOf = (year: string) => yearLink(path, { year: Number(year), zone });
  const inWords = (at: number) => {
    const month = months[at];
    if (!month) return "";
    const { points, achievements } = month;
    const won =
      achievements === 0
        ? "no unlocks"
        : `${pluralize(points, "point")} from ${pluralize(achievements, "achievement")}`;
    return `${formatPeriod(month.month)}: ${won}; ${formatNumber(totals[at] ?? 0)} in total`;
  };
  return (
    <section aria-labelledby="timeline" className={styles.wide}>
      <div className={styles.heading}>
        <h2 id="timeline">Progress over time</h2>
        {awardsLink && <ChartChoice shown="points" otherLink={awardsLink} />}
        <MonthsLegend bars="Points" color={COLOR} line={hasLine && "Total"} />
      </div>
      <ChartSlider
        label="Points by month"
        count={months.length}
        rows={1}
        inWords={inWords}
        start={valueScale(Math.max(1, ...values)).map(({ value, top }) => (
          <span key={value} className={styles.scale} style={{ top: `${Math.round(top * 100)}%` }}>
            {formatNumber(value)}
          </span>
        ))}
        end={hasLine && <b className={`${styles.scale} ${styles.total}`}>{formatNumber(all)}</b>}
        foot={<Years months={months} link={linkOf} />}
        table={<PointsTable months={known} link={linkOf} />}
        detail={(at) => {
          const month = at === null ? undefined : months[at];
          const year = month?.month.slice(0, 4) ?? "";
          return (
            <p className={styles.detail}>
              {month && at !== null
                ? inWords(at)
                : `${pluralize(all, "point")}, hardcore and casual${knownSince === null ? "" : `, since ${knownSince}`}${zone === "UTC" ? "" : "; months are in UTC"}`}{" "}
              {month && month.achievements > 0 && <a href={linkOf(year)}>Show {year}</a>}
            </p>
          );
        }}
      >
        <div className={styles.timeline}>
          <MonthsChart
            shapes={monthShapes([{ values, color: COLOR, isStriped: false }])}
            hasLine={hasLine}
          />
        </div>
      </ChartSlider>
      {children}
    </section>
  );
}

interface PointsTableProps {
  months: readonly UnlockMonth[];
  /** Where a year leads. */
  link: (year: string) => string;
}

/** The points of each year, newest first. */
function PointsTable({ months, link }: PointsTableProps) {
  const years = new Map<string, { achievements: number; points: number; soFar: number }>();
  let soFar = 0;
  for (const { month, achievements, points } of months) {
    const year = month.slice(0, 4);
    const before = years.get(year);
    soFar += points;
    years.set(year, {
      achievements: (before?.achievements ?? 0) + achievements,
      points: (before?.points ?? 0) + points,
      soFar,
    });
  }
  return (
    <table>
      <thead>
        <tr>
          <th>Year</th>
          <th>Achievements</th>
          <th>Points</th>
          <th>Total</th>
        </tr>
      </thead>
      <tbody>
        {[...years].reverse().map(([year, sums]) => (
          <tr key={year}>
            <th>
              <a href={link(year)}>{year}</a>
            </th>
            <td>{formatNumber(sums.achievements)}</td>
            <td>{formatNumber(sums.points)}</td>
            <td>{formatNumber(sums.soFar)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
