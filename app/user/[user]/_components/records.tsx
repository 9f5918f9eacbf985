import { pluralize } from "@/app/_components/pluralize";
import type { Overview } from "@/lib/progress/overview";
import { formatPeriod } from "@/lib/progress/period";
import type { DailyStreak, Streaks } from "@/lib/unlocks/streaks";
import { formatDays } from "./format-days";
import { gamesLink } from "./progress-path";
import styles from "./records.module.css";
import { yearLink } from "./year-link";

/** A player's streaks in days, as the clocks of a time zone have them. */
export interface DailyStreaks extends Streaks {
  /** A canonical name. */
  zone: string;
  /** The first year that is known, if older unlocks are still missing; null: all are known. */
  knownSince: number | null;
}

interface RecordsProps {
  overview: Overview;
  /** Null without unlocks. */
  streaks: DailyStreaks | null;
  /** Of the player's overview. */
  path: string;
}

/** Streaks, in days if they are known and else in months with an award, and the first and the best year. Nothing without an award. */
export function Records({
  overview: { streak, firstYear, bestYear },
  streaks,
  path,
}: RecordsProps) {
  if (!streak || !firstYear || !bestYear) return null;
  // Years before the first award have no page.
  const yearOf = (day: string) => {
    const year = Number(day.slice(0, 4));
    return year < firstYear.year ? null : yearLink(path, { year, zone: streaks?.zone ?? "UTC" });
  };
  return (
    <section aria-labelledby="records">
      <h2 id="records" className="visually-hidden">
        Records
      </h2>
      <dl className={styles.records}>
        {streaks?.current && (
          <StreakRecord label="Current streak" streak={streaks.current} yearOf={yearOf} />
        )}
        {streaks?.longest ? (
          <StreakRecord
            label={`Longest ${streaks.knownSince ? `since ${streaks.knownSince}` : "streak"}`}
            streak={streaks.longest}
            yearOf={yearOf}
          />
        ) : (
          streak.months > 1 && (
            <div>
              <dt>Longest streak</dt>
              <dd>
                <a href={gamesLink(path, `awarded=${streak.from}..${streak.to}`)}>
                  {streak.months} months
                </a>{" "}
                <span>{formatPeriod(`${streak.from}..${streak.to}`)}</span>
              </dd>
            </div>
          )
        )}
        <div>
          <dt>First year</dt>
          <dd>
            <a href={`${path}/year/${firstYear.year}`}>{firstYear.year}</a>{" "}
            <span>{pluralize(firstYear.awards, "award")}</span>
          </dd>
        </div>
        {bestYear.year !== firstYear.year && (
          <div>
            <dt>Best year</dt>
            <dd>
              <a href={`${path}/year/${bestYear.year}`}>{bestYear.year}</a>{" "}
              <span>{pluralize(bestYear.awards, "award")}</span>
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

interface StreakRecordProps {
  label: string;
  streak: DailyStreak;
  /** The address of a day's year; null if it has none. */
  yearOf: (day: string) => string | null;
}

function StreakRecord({ label, streak: { days, from, to }, yearOf }: StreakRecordProps) {
  const href = yearOf(to);
  const length = pluralize(days, "day");
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {href === null ? <b>{length}</b> : <a href={href}>{length}</a>}{" "}
        <span>{formatDays(from, to)}</span>
      </dd>
    </div>
  );
}
