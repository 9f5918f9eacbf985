import { memo } from "react";
import type { Game } from "@/lib/domain/player";
import type { Overview } from "@/lib/progress/overview";
import { Calendar } from "./calendar";
import styles from "./charts.module.css";
import { Drawing } from "./drawing";
import { Legend } from "./legend";

interface ChartsProps {
  overview: Overview;
  path: string;
  /** Names the state of the player that is shown. */
  state: string;
  /** The whole library, if it is here already. */
  games: Game[] | undefined;
}

/** The whole library in charts, whatever the list is narrowed to. */
export const Charts = memo(function Charts({ overview, path, state, games }: ChartsProps) {
  const { days, systems, distribution } = overview;
  return (
    <section aria-labelledby="charts" className={styles.charts}>
      <h2 id="charts">The whole library</h2>
      <div className={styles.panels}>
        <Calendar days={days} path={path} state={state} games={games} />
        <section aria-labelledby="distribution" className={styles.panel}>
          <h3 id="distribution">How far sets are won</h3>
          <Drawing
            className={styles.bars}
            name={`${state} distribution`}
            data={distribution}
            draw={({ distributionChart }) => distributionChart(distribution)}
          />
        </section>
        <section aria-labelledby="systems" className={`${styles.panel} ${styles.systems}`}>
          <div className={styles.heading}>
            <h3 id="systems">Systems by games</h3>
            <Legend />
          </div>
          <Drawing
            className={styles.bars}
            name={`${state} systems`}
            data={systems}
            draw={({ systemsChart }) => systemsChart(systems, path)}
          />
        </section>
      </div>
    </section>
  );
});
