import { BackgroundImage } from "@/app/_components/background-image";
import { CheckedAt } from "@/app/_components/checked-at";
import { utcDayOf } from "@/lib/domain/days";
import type { Profile } from "@/lib/domain/player";
import { formatDay, formatNumber, MONTHS } from "@/lib/format";
import { growthDays } from "@/lib/history/growth-days";
import type { History } from "@/lib/history/history";
import { historyMonths } from "@/lib/history/history-months";
import type { HistoryQuery } from "@/lib/history/history-query";
import { formatPeriod } from "@/lib/progress/format-period";
import { yearOf } from "@/lib/progress/review-years";
import type { EventContext } from "../../_components/day-events";
import { PlayerBar } from "../../_components/player-bar";
import { Growth } from "./growth";
import styles from "./history-page.module.css";
import { Month } from "./month";

/** The most entries of a page, each a day or a run of days, unless its newest month alone has more. */
const ENTRIES = 45;
/** Growth needs two days. */
const FEWEST_DAYS = 2;

interface HistoryPageProps extends EventContext {
  profile: Profile;
  /** When RA was asked, in epoch milliseconds. */
  checkedAt: number;
  /** Whether RA has given no answer since. */
  unanswered: boolean;
  query: HistoryQuery;
  /** Of the requested year; null if the store cannot be read now. */
  history: History | null;
  /** Whether the history outlives a restart. */
  isKept: boolean;
}

/** A year of a player's history: the growth of its totals, and its months and days, the newest first. */
export function HistoryPage(props: HistoryPageProps) {
  const { profile, checkedAt, unanswered, query, history, isKept, ...player } = props;
  const { path, mediaBase } = player;
  const days = history?.days ?? [];
  const growth = days.length >= FEWEST_DAYS ? growthDays(days) : null;
  const months = historyMonths(days, { chosen: query.month, most: ENTRIES });
  const shown = query.month ? months.filter(({ month }) => month === query.month) : months;
  const isQuiet = shown.every(({ eventful }) => eventful === 0);
  return (
    <>
      <PlayerBar name={profile.name} year={yearOf(checkedAt)} current="history" />
      <header className={styles.header}>
        <BackgroundImage className={styles.avatar} src={mediaBase + profile.avatarPath} />
        <div>
          <h1>{profile.name}'s history</h1>
          <p className={styles.lead}>{startInWords(history)}</p>
          {!isKept && (
            <p className={styles.notice}>
              This site has no storage for histories right now: what it tracks is lost on restart.
            </p>
          )}
          <CheckedAt at={checkedAt} unanswered={unanswered} />
        </div>
      </header>
      <p className={styles.ways}>
        Export: <a href={`${path}/history.csv?from=${query.from}&to=${query.to}`}>CSV</a>
        <a href={`${path}/feed.xml?only=awards,revisions,achievements`}>Atom feed</a>
      </p>
      {query.ignored !== null && history && (
        <p className={styles.notice}>No history for “{query.ignored.slice(0, 20)}”.</p>
      )}
      {query.years.length > 1 && (
        <nav aria-label="Years" className={styles.years}>
          <a href={`${path}/history`} aria-current={query.year === null ? "page" : undefined}>
            Last 12 months
          </a>
          {query.years.map((year) => (
            <a
              key={year}
              href={`${path}/history?year=${year}`}
              aria-current={year === query.year ? (query.month ? "true" : "page") : undefined}
            >
              {year}
            </a>
          ))}
        </nav>
      )}
      {months.length > 1 && (
        <nav aria-label="Months" className={styles.months}>
          {months.map(({ month, days }) => (
            <a
              key={month}
              href={days && !query.month ? `#${month}` : `${path}/history?month=${month}#${month}`}
              aria-current={month === query.month ? "page" : undefined}
            >
              {shortMonth(month)}
            </a>
          ))}
        </nav>
      )}
      {growth && <Growth days={growth} path={path} />}
      {query.month && (
        <p className={styles.ways}>
          <a href={`${path}/history?year=${query.year}`}>All months of {query.year}</a>
        </p>
      )}
      {history?.startedAt != null && isQuiet ? (
        <p className={styles.nothing}>
          {query.year === null
            ? nothingYet(history.startedAt, checkedAt)
            : nothingIn(query, shown.length > 0)}
        </p>
      ) : (
        shown.map((month) => <Month key={month.month} month={month} {...player} />)
      )}
      {history && history.unreadable.length > 0 && (
        <p className={styles.notice}>
          The records of {history.unreadable.map(formatPeriod).slice(0, 3).join(", ")}
          {history.unreadable.length > 3 &&
            ` and ${formatNumber(history.unreadable.length - 3)} more days`}{" "}
          are damaged.
        </p>
      )}
    </>
  );
}

/** Says that there is no activity since the first snapshot, which may be of the day of the newest one. */
function nothingYet(startedAt: number, checkedAt: number): string {
  const start =
    utcDayOf(startedAt) === utcDayOf(checkedAt) ? "Tracking started today." : "No activity yet.";
  return `${start} New unlocks will show up here.`;
}

/** Says that a year or a month has no activity, or that it has no data. */
function nothingIn({ year, month }: HistoryQuery, hasDays: boolean): string {
  return `${hasDays ? "No activity in" : "No data for"} ${formatPeriod(month ?? year ?? "")}.`;
}

/** Since when there is a history, or why there is none. */
function startInWords(history: History | null): string {
  if (!history) return "History is unavailable right now. Try again in a minute.";
  if (history.startedAt === null) return "No history yet. Try again in a minute.";
  return `Tracked since ${formatDay(history.startedAt / 1000)}`;
}

/** `Nov 2026` of a month as `2026-11`. */
function shortMonth(month: string): string {
  return `${MONTHS[Number(month.slice(5)) - 1]?.slice(0, 3)} ${month.slice(0, 4)}`;
}
