import { memo } from "react";
import styles from "@/app/_components/charts/charts.module.css";
import { Legend } from "@/app/_components/charts/legend";
import { formatPercent } from "@/lib/format";
import type { Overview } from "@/lib/progress/overview";
import { Calendar, type CalendarProps } from "./calendar";
import { DistributionChart } from "./distribution-chart";
import { SystemsChart } from "./systems-chart";

interface ChartsProps extends Omit<CalendarProps, "days"> {
  overview: Overview;
}

/** The whole library in charts, whatever the list is narrowed to. */
export const Charts = memo(function Charts({ overview, ...calendar }: ChartsProps) {
  const { days, systems, distribution, averageWon } = overview;
  return (
    <section aria-labelledby="charts" className={styles.charts}>
      <h2 id="charts">The whole library</h2>
      <div className={styles.panels}>
        <Calendar days={days} {...calendar} />
        <section aria-labelledby="distribution" className={styles.panel}>
          <div className={styles.heading}>
            <h3 id="distribution">Completion spread</h3>
            <p className={styles.note}>average {formatPercent(averageWon)}</p>
          </div>
          <div className={styles.bars}>
            <DistributionChart distribution={distribution} />
          </div>
        </section>
        <section aria-labelledby="systems" className={`${styles.panel} ${styles.systems}`}>
          <div className={styles.heading}>
            <h3 id="systems">Systems by games</h3>
            <Legend hasUnfinished />
          </div>
          <div className={styles.bars}>
            <SystemsChart systems={systems} path={calendar.path} />
          </div>
        </section>
      </div>
    </section>
  );
});
