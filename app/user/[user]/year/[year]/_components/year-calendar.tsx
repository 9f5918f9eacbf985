"use client";

import { useMemo } from "react";
import { ChartSlider } from "@/app/_components/charts/chart-slider";
import charts from "@/app/_components/charts/charts.module.css";
import { Ticks } from "@/app/_components/charts/ticks";
import { Weekdays } from "@/app/_components/charts/weekdays";
import { pluralize } from "@/app/_components/pluralize";
import { ZoneChoice } from "@/app/_components/unlocks/zone-choice";
import { CalendarChart, CalendarLegend } from "@/app/user/[user]/_components/calendar-chart";
import { yearLink } from "@/app/user/[user]/_components/year-link";
import { dayAfter, daysBetween, weekday } from "@/lib/domain/days";
import { formatNumber, MONTHS } from "@/lib/format";
import { dayInYear } from "./in-year";
import styles from "./year-calendar.module.css";

/** A whole year lies in so many weeks, or in one more: a leap year that begins on a Sunday. */
const WEEKS = 53;

interface YearCalendarProps {
  year: number;
  /** Achievements of each day from January 1 on, as JSON: React takes one text faster than hundreds of values. */
  counts: string;
  /** The day whose unlocks are listed below; null without one. */
  picked: string | null;
  /** Of the player's overview. */
  path: string;
  /** The time zone of the days. */
  zone: string;
  /** The one that the address names; null: an unknown one. */
  asked: string | null;
  /** Why these are not the same. */
  problem: string | undefined;
}

/** A year day by day. The day that one picks leads to its unlocks. */
export function YearCalendar({
  year,
  picked,
  path,
  zone,
  asked,
  problem,
  ...props
}: YearCalendarProps) {
  const counts: number[] = useMemo(() => JSON.parse(props.counts), [props.counts]);
  const firstDay = `${year}-01-01`;
  const dayAt = (at: number) => dayAfter(firstDay, at);
  const inWords = (at: number) => {
    const count = counts[at] ?? 0;
    return `${dayInYear(dayAt(at))}: ${count === 0 ? "no achievements" : pluralize(count, "achievement")}`;
  };
  const lead = weekday(firstDay);
  const weeks = Math.ceil((lead + counts.length) / 7);
  const pickedAt = picked === null ? -1 : daysBetween(firstDay, picked);
  return (
    <div
      className={`${charts.panel} ${styles.panel}`}
      style={{ "--weeks": weeks, "--chart-share": `${Math.min(1, weeks / WEEKS)}fr` }}
    >
      <div className={`${charts.heading} ${styles.heading}`}>
        <ZoneChoice
          action={`${path}/year/${year}#calendar`}
          search={picked === null ? "" : `?day=${picked}`}
          zone={zone}
          asked={asked}
          problem={problem}
        />
        <CalendarLegend />
      </div>
      <ChartSlider
        label={`Achievements by day in ${year}`}
        count={counts.length}
        rows={7}
        lead={lead}
        start={<Weekdays />}
        startsAt={pickedAt in counts ? pickedAt : null}
        inWords={inWords}
        detail={(at) => (
          <p className={`${charts.detail} ${styles.detail}`}>
            {at === null ? (
              <span className={charts.pick}>Pick a day to see its achievements.</span>
            ) : (
              <>
                {inWords(at)}{" "}
                {(counts[at] ?? 0) > 0 && (
                  <a href={yearLink(path, { day: dayAt(at), zone })} rel="nofollow">
                    Show the day
                  </a>
                )}
              </>
            )}
          </p>
        )}
        foot={<Months firstDay={firstDay} days={counts.length} weeks={weeks} />}
        table={<DaysTable counts={counts} firstDay={firstDay} path={path} zone={zone} />}
        scrolls
      >
        <div className={`${charts.calendar} ${styles.year}`}>
          <CalendarChart days={{ firstDay, counts }} />
        </div>
      </ChartSlider>
    </div>
  );
}

function Months({ firstDay, days, weeks }: { firstDay: string; days: number; weeks: number }) {
  const year = firstDay.slice(0, 4);
  const ticks = MONTHS.map((name, month) => {
    const at = daysBetween(firstDay, `${year}-${String(month + 1).padStart(2, "0")}-01`);
    return {
      label: name.slice(0, 3),
      at,
      left: Math.floor((weekday(firstDay) + at) / 7) / weeks,
    };
  }).filter(({ at }) => at < days);
  return <Ticks ticks={ticks} />;
}

interface DaysTableProps {
  counts: readonly number[];
  firstDay: string;
  path: string;
  zone: string;
}

/** The same by month, newest first, with a link to each day: it needs no JavaScript. */
function DaysTable({ counts, firstDay, path, zone }: DaysTableProps) {
  const months = MONTHS.map((name) => ({ name, achievements: 0, days: [] as string[] }));
  for (const [at, count] of counts.entries()) {
    const day = dayAfter(firstDay, at);
    const month = months[Number(day.slice(5, 7)) - 1];
    if (!month || count === 0) continue;
    month.achievements += count;
    month.days.push(day);
  }
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th>Month</th>
          <th>Achievements</th>
          <th>Days</th>
        </tr>
      </thead>
      <tbody>
        {months
          .filter(({ days }) => days.length > 0)
          .reverse()
          .map(({ name, achievements, days }) => (
            <tr key={name}>
              <th>{name}</th>
              <td>{formatNumber(achievements)}</td>
              <td>
                {days.map((day) => (
                  <a
                    key={day}
                    href={yearLink(path, { day, zone })}
                    rel="nofollow"
                    aria-label={dayInYear(day)}
                  >
                    {Number(day.slice(8))}
                  </a>
                ))}
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
