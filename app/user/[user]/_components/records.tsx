import { pluralize } from "@/app/_components/pluralize";
import type { Overview } from "@/lib/progress/overview";
import { formatPeriod } from "@/lib/progress/period";
import { gamesLink } from "./progress-path";
import styles from "./records.module.css";

interface RecordsProps {
  overview: Overview;
  /** Of the player's overview. */
  path: string;
}

/** Longest streak, first and best year. Nothing without an award. */
export function Records({ overview: { streak, firstYear, bestYear }, path }: RecordsProps) {
  if (!streak || !firstYear || !bestYear) return null;
  return (
    <section aria-labelledby="records">
      <h2 id="records" className="visually-hidden">
        Records
      </h2>
      <dl className={styles.records}>
        {streak.months > 1 && (
          <div>
            <dt>Longest streak</dt>
            <dd>
              <a href={gamesLink(path, `awarded=${streak.from}..${streak.to}`)}>
                {streak.months} months
              </a>{" "}
              <span>{formatPeriod(`${streak.from}..${streak.to}`)}</span>
            </dd>
          </div>
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
