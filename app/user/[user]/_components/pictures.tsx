import { memo } from "react";
import type { Game } from "@/lib/domain/player";
import type { Overview } from "@/lib/progress/overview";
import { Calendar } from "./calendar";
import { Drawing } from "./drawing";
import { Legend } from "./legend";
import styles from "./pictures.module.css";

interface PicturesProps {
  overview: Overview;
  path: string;
  /** Names the state of the player that is shown. */
  state: string;
  /** The whole library, if it is here already. */
  games: Game[] | undefined;
}

/** The whole library in pictures, whatever the list is narrowed to. */
export const Pictures = memo(function Pictures({ overview, path, state, games }: PicturesProps) {
  const { days, systems, tenths } = overview;
  return (
    <section aria-labelledby="pictures" className={styles.pictures}>
      <h2 id="pictures">The whole library</h2>
      <div className={styles.panels}>
        <Calendar days={days} path={path} state={state} games={games} />
        <section aria-labelledby="distribution" className={styles.panel}>
          <h3 id="distribution">How far sets are won</h3>
          <Drawing
            className={styles.bars}
            name={`${state} distribution`}
            data={tenths}
            draw={({ distributionChart }) => distributionChart(tenths)}
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
