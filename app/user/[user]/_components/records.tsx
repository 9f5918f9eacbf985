"use client";

import { pluralize } from "@/app/_components/pluralize";
import { formatDay } from "@/lib/format";
import { formatPeriod } from "@/lib/progress/format-period";
import type { Overview } from "@/lib/progress/overview";
import type { Streaks } from "@/lib/unlocks/streaks";
import { formatDays } from "./format-days";
import { gamePath, gamesLink } from "./progress-path";
import styles from "./records.module.css";
import { yearLink } from "./year-link";

/** A player's streaks in days, as the clocks of a time zone have them. */
export interface DailyStreaks extends Streaks {
  /** A canonical name. */
  zone: string;
  /** The first year that is known, if older unlocks are still missing; null: all are known. */
  knownSince: number | null;
}

/** A mastery that stands out, with its game and its figure: `Rarest`, 1446, `Super Moth`, `mastered by 2.1%`. */
export type MasteryRow = [which: string, gameId: number, title: string, figure: string];

interface RecordsProps extends Pick<Overview, "streak" | "firstYear" | "bestYear"> {
  /** Null without unlocks. */
  streaks: DailyStreaks | null;
  /** The first and the last year that have a page. */
  years: [first: number, last: number];
  masteries: MasteryRow[];
  /** Of the player's overview. */
  path: string;
}

/**
 * Streaks, the first and the best year, and masteries that stand out. Streaks are in days where unlocks are known, else in months
 * with an award. Nothing without an award and a streak. The browser makes it too, since its figures are shorter than its elements.
 */
export function Records({
  streak,
  firstYear,
  bestYear,
  streaks,
  years: [firstPage, lastPage],
  masteries,
  path,
}: RecordsProps) {
  const { current = null, longest = null, knownSince = null, zone = "UTC" } = streaks ?? {};
  if (!streak && !current && !longest) return null;
  const daysLink = (day: string) => {
    // Pages are of UTC years: at a new year a zone's day may be in the year beside the first or the last one.
    const year = Math.min(Math.max(Number(day.slice(0, 4)), firstPage), lastPage);
    return yearLink(path, { year, zone });
  };
  return (
    <section aria-labelledby="records">
      <h2 id="records" className="visually-hidden">
        Records
      </h2>
      <dl className={styles.records}>
        {current && (
          <StreakRecord
            label="Current streak"
            length={pluralize(current.days, "day")}
            href={daysLink(current.to)}
            when={`since ${formatDay(Date.parse(current.from) / 1000)}`}
          />
        )}
        {longest ? (
          <StreakRecord
            label={knownSince === null ? "Longest streak" : `Longest since ${knownSince}`}
            length={pluralize(longest.days, "day")}
            href={daysLink(longest.to)}
            when={formatDays(longest.from, longest.to)}
          />
        ) : (
          streak &&
          streak.months > 1 && (
            <StreakRecord
              label="Longest streak"
              length={`${streak.months} months`}
              href={gamesLink(path, `awarded=${streak.from}..${streak.to}`)}
              when={formatPeriod(`${streak.from}..${streak.to}`)}
            />
          )
        )}
        {firstYear && (
          <div>
            <dt>First year</dt>
            <dd>
              <a href={`${path}/year/${firstYear.year}`}>{firstYear.year}</a>{" "}
              <span>{pluralize(firstYear.awards, "award")}</span>
            </dd>
          </div>
        )}
        {bestYear && bestYear.year !== firstYear?.year && (
          <div>
            <dt>Best year</dt>
            <dd>
              <a href={`${path}/year/${bestYear.year}`}>{bestYear.year}</a>{" "}
              <span>{pluralize(bestYear.awards, "award")}</span>
            </dd>
          </div>
        )}
      </dl>
      {masteries.length > 0 && (
        <ul className={styles.masteries}>
          {masteries.map(([which, gameId, title, figure]) => (
            <li key={which}>
              <span>
                {which} <span>mastery</span>
              </span>{" "}
              <a href={gamePath(path, gameId)}>{title}</a> <small>{figure}</small>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface StreakRecordProps {
  label: string;
  length: string;
  /** Where its days are. */
  href: string;
  when: string;
}

function StreakRecord({ label, length, href, when }: StreakRecordProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <a href={href}>{length}</a> <span>{when}</span>
      </dd>
    </div>
  );
}
