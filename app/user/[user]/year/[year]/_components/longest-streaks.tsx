import { listLink } from "@/app/user/[user]/_components/list-link";
import { Chapter, type YearProps } from "./chapter";
import { FigureLink } from "./figure-link";
import { rangeInYear } from "./in-year";
import styles from "./longest-streaks.module.css";

/** The longest runs of days and of months with an award. One day or month alone is no run. */
export function LongestStreaks({ review, path }: YearProps) {
  const runs = [
    { noun: "day", run: review.days },
    { noun: "month", run: review.monthRun },
  ].flatMap(({ noun, run }) => (run && run.length > 1 ? [{ noun, run }] : []));
  if (runs.length === 0) return null;
  return (
    <Chapter id="runs" title="The longest runs" accent="felt">
      <ul className={styles.runs}>
        {runs.map(({ noun, run }) => (
          <li key={noun}>
            <a className={styles.length} href={listLink(path, run.query)}>
              <b>{run.length}</b> <span>{noun}s in a row</span>
            </a>
            <p className={styles.range}>
              {rangeInYear(run.from, run.to)}, with{" "}
              <FigureLink path={path} figure={run} noun="award" />
            </p>
          </li>
        ))}
      </ul>
    </Chapter>
  );
}
