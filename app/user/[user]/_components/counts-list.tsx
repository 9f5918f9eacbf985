import { formatNumber, formatPercent } from "@/lib/format";
import { type Counts, shownCounts } from "@/lib/progress/counts";
import type { ListQuery } from "@/lib/progress/list-query";
import styles from "./counts-list.module.css";
import { listLink } from "./list-link";

const MARKS: Partial<Record<keyof Counts, string | undefined>> = {
  mastered: styles.gold,
  completed: styles.goldRing,
  beaten: styles.silver,
  beatenCasual: styles.silverRing,
};

interface CountsListProps {
  counts: Counts;
  /** Of the player's overview. */
  path: string;
  /** The list that the counts are of. */
  query: ListQuery;
  /** Whether that list is shown beside them. */
  hasList?: boolean;
}

/**
 * How many games have each status, and which part of all played that is: each a link to its games. Which are shown
 * follows RA's page.
 */
export function CountsList({ counts, path, query, hasList = false }: CountsListProps) {
  const shown = shownCounts(counts);
  return (
    <dl className={styles.counts} data-tiles={shown.length} aria-label="Games by progress">
      {shown.map(({ key, label, value, status }) => (
        <div key={key} className={styles.count}>
          <dt className={styles.label}>
            {MARKS[key] && <span className={`${styles.mark} ${MARKS[key]}`} aria-hidden="true" />}
            <a
              className={styles.link}
              href={listLink(path, { ...query, status, page: 1 })}
              aria-current={hasList && query.status === status ? "true" : undefined}
            >
              {label}
            </a>
          </dt>
          <dd className={styles.value}>
            {formatNumber(value)}{" "}
            {key !== "played" && counts.played > 0 && (
              <small className={styles.share}>{formatPercent(value / counts.played)}</small>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
