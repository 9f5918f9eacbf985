"use client";

import { type ReactNode, useMemo } from "react";
import { ChartSlider } from "@/app/_components/charts/chart-slider";
import styles from "@/app/_components/charts/charts.module.css";
import { Legend } from "@/app/_components/charts/legend";
import { Years } from "@/app/_components/charts/years";
import { pluralize } from "@/app/_components/pluralize";
import { AWARD_COLORS } from "@/lib/charts/award-colors";
import { timelineMonths, timelineScale } from "@/lib/charts/timeline";
import { formatNumber } from "@/lib/format";
import { formatPeriod } from "@/lib/progress/format-period";
import { awardsIn, runningTotals } from "@/lib/progress/months";
import { unpackTimeline } from "@/lib/views/packed-timeline";
import { ChartChoice } from "./chart-choice";
import { gamesLink } from "./progress-path";
import { TimelineChart, TimelineTable } from "./timeline-chart";

interface TimelineProps {
  /** From the first award to the last, as `packTimeline` gives them. */
  months: string;
  /** Of the player's overview. */
  path: string;
  /** Where the chart of points is; null without points. */
  pointsLink: string | null;
  /** Shown below the chart. */
  children: ReactNode;
}

/** Progress over time: the awards of each month by kind, and all awards so far. */
export function Timeline({ months: packed, path, pointsLink, children }: TimelineProps) {
  const awardMonths = useMemo(() => unpackTimeline(packed), [packed]);
  const months = timelineMonths(awardMonths);
  const totals = runningTotals(months);
  const all = totals.at(-1) ?? 0;
  const firstYear = awardMonths[0]?.month.slice(0, 4) ?? "";
  // Of one month alone, a line says nothing.
  const hasLine = awardMonths.length > 1;
  const inWords = (at: number) => {
    const month = months[at];
    if (!month) return "";
    const kinds = AWARD_COLORS.filter(({ key }) => month[key] > 0).map(
      ({ key, label }) => `${month[key]} ${label.toLowerCase()}`,
    );
    const awards = kinds.length === 0 ? "no award" : kinds.join(", ");
    return `${formatPeriod(month.month)}: ${awards}; ${formatNumber(totals[at] ?? 0)} in total`;
  };
  return (
    <section aria-labelledby="timeline" className={styles.wide}>
      <div className={styles.heading}>
        <h2 id="timeline">Progress over time</h2>
        {pointsLink && <ChartChoice shown="awards" otherLink={pointsLink} />}
        <Legend line={hasLine && "Total"} />
      </div>
      <ChartSlider
        label="Awards by month"
        count={months.length}
        rows={1}
        inWords={inWords}
        start={timelineScale(months).map(({ awards, top }) => (
          <span key={awards} className={styles.scale} style={{ top: `${Math.round(top * 100)}%` }}>
            {awards}
          </span>
        ))}
        end={hasLine && <b className={`${styles.scale} ${styles.total}`}>{formatNumber(all)}</b>}
        foot={
          <Years
            months={months}
            // Those before the first award stand there so that one month alone is no wall.
            link={(year) => (year >= firstYear ? `${path}/year/${year}` : undefined)}
          />
        }
        table={<TimelineTable months={awardMonths} path={path} />}
        detail={(at) => {
          const month = at === null ? undefined : months[at];
          return (
            <p className={styles.detail}>
              {month && at !== null ? inWords(at) : pluralize(all, "award")}{" "}
              {month && awardsIn(month) > 0 && (
                <a href={gamesLink(path, `awarded=${month.month}`)}>Show these games</a>
              )}
            </p>
          );
        }}
      >
        <div className={styles.timeline}>
          <TimelineChart months={months} hasLine={hasLine} />
        </div>
      </ChartSlider>
      {children}
    </section>
  );
}
