import { BackgroundImage } from "@/app/_components/background-image";
import { CheckedAt } from "@/app/_components/checked-at";
import { utcDayOf } from "@/lib/domain/days";
import type { Profile } from "@/lib/domain/player";
import { formatNumber } from "@/lib/format";
import { growthDays } from "@/lib/history/growth-days";
import type { History } from "@/lib/history/history";
import { historyMonths } from "@/lib/history/history-months";
import type { HistoryQuery } from "@/lib/history/history-query";
import { formatPeriod } from "@/lib/progress/period";
import { yearOf } from "@/lib/progress/review-years";
import type { EventContext } from "../../_components/day-events";
import { PlayerBar } from "../../_components/player-bar";
import { Growth } from "./growth";
import styles from "./history-page.module.css";
import { Month } from "./month";

/** Days on a page, unless its newest month alone has more. */
const DAYS = 45;
/** Growth needs two days. */
const FEWEST_DAYS = 2;

interface HistoryPageProps extends EventContext {
  profile: Profile;
  /** When RA was asked, in epoch milliseconds. */
  checkedAt: number;
  /** RA has not answered since. */
  unanswered: boolean;
  query: HistoryQuery;
  /** Of the year that is asked for; null: it cannot be read now. */
  history: History | null;
  isKept: boolean;
}

/** All that is kept of a player in a year: how it climbed, and its months and days, the newest first. */
export function HistoryPage(props: HistoryPageProps) {
  const { profile, checkedAt, unanswered, query, history, isKept, ...player } = props;
  const { path, mediaBase } = player;
  const days = history?.days ?? [];
  const climb = days.length >= FEWEST_DAYS ? growthDays(days) : null;
  const months = historyMonths(days, { chosen: query.month, most: DAYS });
  const shown = query.month ? months.filter(({ month }) => month === query.month) : months;
  const isQuiet = shown.every(({ eventful }) => eventful === 0);
  return (
    <>
      <PlayerBar name={profile.name} year={yearOf(checkedAt)} current="history" />
      <header className={styles.header}>
        <BackgroundImage className={styles.avatar} src={mediaBase + profile.avatarPath} />
        <div>
          <h1>The history of {profile.name}</h1>
          <p className={styles.lead}>
            <Start history={history} name={profile.name} />
          </p>
          {!isKept && (
            <p className={styles.notice}>
              This site has no place to keep histories at the moment: what it sees now is lost when
              it starts again.
            </p>
          )}
          <CheckedAt at={checkedAt} unanswered={unanswered} />
        </div>
      </header>
      <p className={styles.ways}>
        <a href={path}>All games</a>
        <a href={`${path}/feed.xml?only=awards,revisions,achievements`}>Feed</a>
        <a href={`${path}/history.csv?from=${query.from}&to=${query.to}`}>As CSV</a>
      </p>
      {query.ignored !== null && history && (
        <p className={styles.notice}>Nothing is kept of “{query.ignored.slice(0, 20)}”.</p>
      )}
      {query.years.length > 1 && (
        <nav aria-label="Years" className={styles.years}>
          <a href={`${path}/history`} aria-current={query.year === null ? "page" : undefined}>
            Last twelve months
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
      {climb && <Growth days={climb} path={path} />}
      {query.month && (
        <p className={styles.ways}>
          <a href={`${path}/history?year=${query.year}`}>All months of {query.year}</a>
        </p>
      )}
      {history?.startedAt != null && isQuiet ? (
        <p className={styles.nothing}>{nothingIn(query, shown.length > 0)}</p>
      ) : (
        shown.map((month) => <Month key={month.month} month={month} {...player} />)
      )}
      {history && history.unreadable.length > 0 && (
        <p className={styles.notice}>
          What was kept of {history.unreadable.map(formatPeriod).slice(0, 3).join(", ")}
          {history.unreadable.length > 3 &&
            ` and ${formatNumber(history.unreadable.length - 3)} more days`}{" "}
          cannot be read any more.
        </p>
      )}
    </>
  );
}

/** That a year or a month has nothing in it. */
function nothingIn({ year, month }: HistoryQuery, hasDays: boolean): string {
  if (year === null) return "Nothing has happened since then.";
  const time = formatPeriod(month ?? year);
  return hasDays ? `Nothing happened in ${time}.` : `Nobody looked in ${time}.`;
}

/** Since when something is known, or why nothing is. */
function Start({ history, name }: { history: History | null; name: string }) {
  if (!history) return "The history cannot be read at the moment. Please look again in a minute.";
  if (history.startedAt === null) {
    return `Nothing is kept of ${name} yet. Please look again in a minute.`;
  }
  const start = formatPeriod(utcDayOf(history.startedAt));
  return `It begins on ${start}, when this site saw ${name} for the first time. What changed before is not known.`;
}
