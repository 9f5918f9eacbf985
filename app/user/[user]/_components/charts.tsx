import { memo } from "react";
import styles from "@/app/_components/charts/charts.module.css";
import { Legend } from "@/app/_components/charts/legend";
import type { Game } from "@/lib/domain/player";
import { formatPercent } from "@/lib/format";
import type { Overview } from "@/lib/progress/overview";
import { Calendar } from "./calendar";
import { DistributionChart } from "./distribution-chart";
import { SystemsChart } from "./systems-chart";

interface ChartsProps {
  overview: Overview;
  /** What is known of the achievements of days, as `packDayAchievements` gives it. */
  achievements: string;
  path: string;
  /** The games of a day such as `2026-11-29`, once the library is here. */
  gamesOf: ((day: string) => Game[]) | undefined;
  /** What stands before `/{id}` in the address of a game's page; null where games have none. */
  gameBase: string | null;
}

/** The whole library in charts, whatever the list is narrowed to. */
export const Charts = memo(function Charts(props: ChartsProps) {
  const { overview, achievements, path, gamesOf, gameBase } = props;
  const { days, systems, distribution, averageWon } = overview;
  return (
    <section aria-labelledby="charts" className={styles.charts}>
      <h2 id="charts">The whole library</h2>
      <div className={styles.panels}>
        <Calendar
          days={days}
          achievements={achievements}
          path={path}
          gamesOf={gamesOf}
          gameBase={gameBase}
        />
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
            <SystemsChart systems={systems} path={path} />
          </div>
        </section>
      </div>
    </section>
  );
});
