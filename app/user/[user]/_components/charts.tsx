import { memo } from "react";
import type { Game } from "@/lib/domain/player";
import type { Overview } from "@/lib/progress/overview";
import { Calendar } from "./calendar";
import styles from "./charts.module.css";
import { DistributionChart } from "./distribution-chart";
import { Legend } from "./legend";
import { SystemsChart } from "./systems-chart";

interface ChartsProps {
  overview: Overview;
  path: string;
  /** The whole library, if it is here already. */
  games: Game[] | undefined;
}

/** The whole library in charts, whatever the list is narrowed to. */
export const Charts = memo(function Charts({ overview, path, games }: ChartsProps) {
  const { days, systems, distribution } = overview;
  return (
    <section aria-labelledby="charts" className={styles.charts}>
      <h2 id="charts">The whole library</h2>
      <div className={styles.panels}>
        <Calendar days={days} path={path} games={games} />
        <section aria-labelledby="distribution" className={styles.panel}>
          <h3 id="distribution">How far sets are won</h3>
          <div className={styles.bars}>
            <DistributionChart distribution={distribution} />
          </div>
        </section>
        <section aria-labelledby="systems" className={`${styles.panel} ${styles.systems}`}>
          <div className={styles.heading}>
            <h3 id="systems">Systems by games</h3>
            <Legend />
          </div>
          <div className={styles.bars}>
            <SystemsChart systems={systems} path={path} />
          </div>
        </section>
      </div>
    </section>
  );
});
