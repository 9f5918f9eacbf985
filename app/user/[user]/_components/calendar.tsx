"use client";

import { lazy, Suspense, useMemo } from "react";
import { ChartSlider } from "@/app/_components/charts/chart-slider";
import styles from "@/app/_components/charts/charts.module.css";
import { Ticks } from "@/app/_components/charts/ticks";
import { Weekdays } from "@/app/_components/charts/weekdays";
import type { GameBases } from "@/app/_components/games/game-link";
import { pluralize } from "@/app/_components/pluralize";
import { ProgressLine, useUnlockProgress } from "@/app/_components/unlocks/progress-line";
import { ZoneChoice } from "@/app/_components/unlocks/zone-choice";
import { DAY_MS, dayAfter, weekday } from "@/lib/domain/days";
import { formatDay, MONTHS } from "@/lib/format";
import type { ActiveDays } from "@/lib/progress/active-days";
import { formatPeriod } from "@/lib/progress/format-period";
import { unpackDays } from "@/lib/views/packed-days";
import { CalendarChart, CalendarLegend, CalendarTable } from "./calendar-chart";
import type Games from "./day-games";
import type Unlocks from "./day-unlocks";
import { historyLink } from "./history-link";
import { gamesLink } from "./progress-path";
import { yearLink } from "./year-link";

/** Comes with the whole library, when a day is picked. Without it, the day still leads to its list. */
const DayGames = lazy<typeof Games>(() =>
  import("./day-games").catch(() => ({ default: () => null })),
);

/** Comes with the unlocks of the day. Without them, the day still leads to its page. */
const DayUnlocks = lazy<typeof Unlocks>(() =>
  import("./day-unlocks").catch(() => ({ default: () => null })),
);

/** What a calendar shows of unlocks. */
export interface CalendarUnlocks {
  /** The time zone of the days. */
  zone: string;
  /** The one that the address names, if it is another one; null: it names an unknown one. */
  asked?: string | null;
  /** Why it is another one. */
  problem?: string;
  /** From this day on the days have unlocks, if not from the first. */
  from?: string;
  /** The first year that is known, while older ones are loading. */
  since?: number;
  /** The first and the last year that have a page. */
  years: [first: number, last: number];
}

interface CalendarProps extends GameBases {
  /** As `packDays` packs them. */
  days: string;
  /** The player's name. */
  name: string;
  /** Of the player's overview. */
  path: string;
  /** Of the overview's address, but for the time zone. */
  search?: string | undefined;
  /** Null: none are known. */
  unlocks: CalendarUnlocks | null;
}

/** The last twelve months day by day, and the unlocks or the games of the day that one picks. */
export function Calendar({
  name,
  path,
  search,
  unlocks,
  mediaBase,
  gameBase,
  ...props
}: CalendarProps) {
  const days = useMemo(() => unpackDays(props.days), [props.days]);
  const read = {
    since: unlocks?.since ?? null,
    isComplete: unlocks !== null && unlocks.since === undefined,
  };
  const progress = useUnlockProgress(name, read);
  const dayAt = (at: number) => dayAfter(days.firstDay, at);
  const inWords = (at: number) => {
    const won = days.achievements?.[at] ?? null;
    const count = won ?? days.counts[at] ?? 0;
    const noun = won === null ? "game" : "achievement";
    return `${formatPeriod(dayAt(at))}: ${count === 0 ? "no unlocks" : pluralize(count, noun)}`;
  };
  const pickedDay = (at: number) => {
    const day = dayAt(at);
    const hasAchievements = (days.achievements?.[at] ?? 0) > 0;
    if (unlocks && day >= (unlocks.from ?? days.firstDay)) {
      const { zone } = unlocks;
      return (
        <>
          <p>
            {inWords(at)}{" "}
            {hasAchievements && hasPage(day, unlocks) && (
              <a href={yearLink(path, { day, zone })}>Show the day</a>
            )}
          </p>
          {hasAchievements && (
            <Suspense>
              <DayUnlocks {...{ name, day, zone, mediaBase, gameBase }} />
            </Suspense>
          )}
        </>
      );
    }
    const hasGames = (days.counts[at] ?? 0) > 0;
    return (
      <>
        <p>
          {inWords(at)}{" "}
          {hasGames && <a href={gamesLink(path, `active=${day}`)}>Show these games</a>}{" "}
          {hasAchievements && <a href={historyLink(path, day)}>Show the day</a>}
        </p>
        {hasGames && (
          <Suspense>
            <DayGames name={name} day={day} gameBase={gameBase} />
          </Suspense>
        )}
      </>
    );
  };
  return (
    <section aria-labelledby="calendar" className={styles.panel}>
      <div className={styles.heading}>
        <h2 id="calendar">Last 12 months</h2>
        {unlocks && (
          <>
            <YearLinks path={path} {...unlocks} />
            <ZoneChoice
              action={`${path}#calendar`}
              search={search ?? ""}
              zone={unlocks.zone}
              asked={unlocks.asked === undefined ? unlocks.zone : unlocks.asked}
              problem={unlocks.problem}
            />
          </>
        )}
        <CalendarLegend />
      </div>
      <ChartSlider
        label={labelOf(days)}
        count={days.counts.length}
        rows={7}
        lead={weekday(days.firstDay)}
        inWords={inWords}
        table={<CalendarTable days={days} path={path} />}
        detail={(at) => (
          <div className={styles.detail}>
            {at === null ? (
              <p>
                <span className={styles.pick}>
                  Pick a day to see its {unlocks ? "unlocks" : "games"}.{" "}
                </span>
                <span className={styles.counted}>
                  {whatIsCounted(days)} <ProgressLine shown={read} progress={progress} />
                </span>
              </p>
            ) : (
              pickedDay(at)
            )}
          </div>
        )}
        start={<Weekdays />}
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

function hasPage(day: string, { years: [first, last] }: CalendarUnlocks): boolean {
  const year = Number(day.slice(0, 4));
  return year >= first && year <= last;
}

interface YearLinksProps extends CalendarUnlocks {
  path: string;
}

/** The same of each year on its page, the newest first. */
function YearLinks({ path, zone, years: [first, last] }: YearLinksProps) {
  return (
    <p className={styles.years}>
      {Array.from({ length: last - first + 1 }, (_, at) => last - at).map((year) => (
        <a key={year} href={yearLink(path, { year, zone })}>
          {year}
        </a>
      ))}
    </p>
  );
}

function labelOf({ counts, achievements }: ActiveDays): string {
  if (!achievements) return "Games by day";
  return counts.some((count) => count > 0) ? "Achievements or games by day" : "Achievements by day";
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
