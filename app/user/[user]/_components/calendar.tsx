"use client";

import { lazy, Suspense, useMemo } from "react";
import { ChartSlider } from "@/app/_components/charts/chart-slider";
import styles from "@/app/_components/charts/charts.module.css";
import { Ticks } from "@/app/_components/charts/ticks";
import { pluralize } from "@/app/_components/pluralize";
import { DAY_MS, dayAfter, weekday } from "@/lib/domain/days";
import { formatDay, MONTHS } from "@/lib/format";
import type { ActiveDays } from "@/lib/progress/active-days";
import { formatPeriod } from "@/lib/progress/period";
import { CalendarChart, CalendarLegend, CalendarTable } from "./calendar-chart";
import type Games from "./day-games";
import { historyLink } from "./history-link";
import { gamesLink } from "./progress-path";

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** Comes with the whole library, when a day is picked. Without it, the day still leads to its list. */
const DayGames = lazy<typeof Games>(() =>
  import("./day-games").catch(() => ({ default: () => null })),
);

interface CalendarProps {
  /** The days as JSON: React takes one text faster than hundreds of values. */
  days: string;
  /** The player's name. */
  name: string;
  /** Of the player's overview. */
  path: string;
  /** What stands before `/{id}` in the address of a game's page; null where games have none. */
  gameBase: string | null;
}

/** The last twelve months day by day, and the games of the day that one picks. */
export function Calendar({ name, path, gameBase, ...props }: CalendarProps) {
  const days: ActiveDays = useMemo(() => JSON.parse(props.days), [props.days]);
  const dayAt = (at: number) => dayAfter(days.firstDay, at);
  const inWords = (at: number) => {
    const won = days.achievements?.[at] ?? null;
    const count = won ?? days.counts[at] ?? 0;
    const noun = won === null ? "game" : "achievement";
    return `${formatPeriod(dayAt(at))}: ${count === 0 ? "no unlocks" : pluralize(count, noun)}`;
  };
  return (
    <section aria-labelledby="calendar" className={styles.panel}>
      <div className={styles.heading}>
        <h2 id="calendar">Last 12 months</h2>
        <CalendarLegend />
      </div>
      <ChartSlider
        label={days.achievements ? "Achievements or games by day" : "Games by day"}
        count={days.counts.length}
        rows={7}
        lead={weekday(days.firstDay)}
        inWords={inWords}
        table={<CalendarTable days={days} path={path} />}
        detail={(at) => (
          <div className={styles.detail}>
            {at === null ? (
              <p>
                <span className={styles.pick}>Pick a day to see its games. </span>
                <span className={styles.counted}>{whatIsCounted(days)}</span>
              </p>
            ) : (
              <>
                <p>
                  {inWords(at)}{" "}
                  {(days.counts[at] ?? 0) > 0 && (
                    <a href={gamesLink(path, `active=${dayAt(at)}`)}>Show these games</a>
                  )}{" "}
                  {(days.achievements?.[at] ?? 0) > 0 && (
                    <a href={historyLink(path, dayAt(at))}>Show the day</a>
                  )}
                </p>
                {(days.counts[at] ?? 0) > 0 && (
                  <Suspense>
                    <DayGames name={name} day={dayAt(at)} gameBase={gameBase} />
                  </Suspense>
                )}
              </>
            )}
          </div>
        )}
        start={WEEKDAYS.map((name) => (
          <span key={name} className={styles.weekday}>
            {name}
          </span>
        ))}
        foot={<Months days={days} />}
        scrolls
      >
        <div className={styles.calendar}>
          <CalendarChart days={days} />
        </div>
      </ChartSlider>
    </section>
  );
}

/** What a day's square counts. */
function whatIsCounted({ firstDay, achievements }: ActiveDays): string {
  const first = achievements?.findIndex((count) => count !== null) ?? -1;
  if (first < 0) return "Games a day.";
  if (first === 0) return "Achievements a day.";
  // The first day of tracking has no achievements of its own.
  const tracked = formatDay(Date.parse(dayAfter(firstDay, first - 1)) / 1000);
  return `Games a day until ${tracked}, achievements after.`;
}

function Months({ days: { firstDay, counts } }: { days: ActiveDays }) {
  const lead = weekday(firstDay);
  const weeks = Math.ceil((lead + counts.length) / 7);
  const first = Date.parse(firstDay);
  const start = new Date(first);
  const ticks = MONTHS.map((_, month) => {
    const monthStart = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1 + month);
    const at = (monthStart - first) / DAY_MS;
    return {
      label: MONTHS[(start.getUTCMonth() + 1 + month) % 12]?.slice(0, 3) ?? "",
      left: Math.floor((lead + at) / 7) / weeks,
    };
  }).filter(({ left }) => left < 0.97);
  return <Ticks ticks={ticks} />;
}
