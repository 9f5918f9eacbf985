import { memo } from "react";
import { AWARD_COLORS } from "@/lib/charts/award-colors";
import { formatNumber } from "@/lib/format";
import { type AwardMonth, awardsIn, runningTotals } from "@/lib/progress/months";
import { formatPeriod } from "@/lib/progress/period";
import { ChartSlider } from "./chart-slider";
import styles from "./charts.module.css";
import { Legend } from "./legend";
import { Ticks } from "./ticks";
import { TimelineChart, TimelineTable } from "./timeline-chart";

interface TimelineProps {
  months: AwardMonth[];
  path: string;
}

/** Progress over time: the awards of each month by kind, and all awards so far. */
export const Timeline = memo(function Timeline({ months, path }: TimelineProps) {
  const totals = runningTotals(months);
  const inWords = (at: number) => {
    const month = months[at];
    if (!month) return "";
    const kinds = AWARD_COLORS.filter(({ key }) => month[key] > 0).map(
      ({ key, label }) => `${month[key]} ${label.toLowerCase()}`,
    );
    const awards = kinds.length === 0 ? "no award" : kinds.join(", ");
    return `${formatPeriod(month.month)}: ${awards}; ${formatNumber(totals[at] ?? 0)} so far`;
  };
  return (
    <section aria-labelledby="timeline" className={styles.wide}>
      <div className={styles.heading}>
        <h2 id="timeline">Progress over time</h2>
        <Legend line="All awards so far" />
      </div>
      <ChartSlider
        label="Awards by month"
        count={months.length}
        rows={1}
        inWords={inWords}
        detail={(at) => {
          const month = at === null ? undefined : months[at];
          return (
            <>
              <Years months={months} />
              <p className={styles.detail}>
                {month && at !== null ? inWords(at) : `${formatNumber(totals.at(-1) ?? 0)} awards`}{" "}
                {month && awardsIn(month) > 0 && (
                  <a href={`${path}?awarded=${month.month}`}>Show these games</a>
                )}
              </p>
            </>
          );
        }}
      >
        <div className={styles.timeline}>
          <TimelineChart months={months} />
        </div>
      </ChartSlider>
      <details className={styles.table}>
        <summary>As a table</summary>
        <div>
          <TimelineTable months={months} path={path} />
        </div>
      </details>
    </section>
  );
});

/** The years below the months, as many as there is room for. */
function Years({ months }: { months: AwardMonth[] }) {
  const starts = months.flatMap(({ month }, at) =>
    month.endsWith("-01") || at === 0 ? [{ year: month.slice(0, 4), at }] : [],
  );
  // A first year of a month or two has no room for its number before the next.
  const shown = starts.filter(({ at }, index) => (starts[index + 1]?.at ?? months.length) - at > 3);
  return <Ticks ticks={shown.map(({ year, at }) => ({ label: year, left: at / months.length }))} />;
}
