import { listLink } from "@/app/user/[user]/_components/list-link";
import { Chapter, type YearProps } from "./chapter";
import { FigureLink } from "./figure-link";
import { rangeInYear } from "./in-year";
import styles from "./longest-streaks.module.css";

/** The longest streaks of days and of months with an award; a streak has at least two. */
export function LongestStreaks({ review, path }: YearProps) {
  const streaks = [
    { noun: "day", run: review.days },
    { noun: "month", run: review.monthRun },
  ].flatMap(({ noun, run }) => (run && run.length > 1 ? [{ noun, run }] : []));
  if (streaks.length === 0) return null;
  return (
    <Chapter id="streaks" title="Longest streaks" accent="felt">
      <ul className={styles.streaks}>
        {streaks.map(({ noun, run }) => (
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
