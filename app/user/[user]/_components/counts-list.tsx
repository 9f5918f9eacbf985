import { formatNumber } from "@/lib/format";
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
  path: string;
  query: ListQuery;
}

/** How many games stand where, each count a link to its games. Which are shown follows RA's page. */
export function CountsList({ counts, path, query }: CountsListProps) {
  return (
    <dl className={styles.counts} aria-label="Games by progress">
      {shownCounts(counts).map(({ key, label, value, status }) => (
        <div key={key} className={styles.count}>
          <dt className={styles.label}>
            {MARKS[key] && <span className={`${styles.mark} ${MARKS[key]}`} aria-hidden="true" />}
            <a
              className={styles.link}
              href={listLink(path, { ...query, status, page: 1 })}
              aria-current={query.status === status ? "true" : undefined}
            >
              {label}
            </a>
          </dt>
          <dd className={styles.value}>{formatNumber(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
