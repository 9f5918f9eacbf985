import { formatNumber } from "@/lib/format";
import { type Counts, shownCounts } from "@/lib/progress/counts";
import styles from "./counts-list.module.css";

const MARKS: Partial<Record<keyof Counts, string>> = {
  mastered: styles.gold,
  completed: styles.goldRing,
  beaten: styles.silver,
  beatenCasual: styles.silverRing,
};

/** How many games stand where. Which counts are shown follows RA's page. */
export function CountsList({ counts }: { counts: Counts }) {
  return (
    <dl className={styles.counts} aria-label="Games by progress">
      {shownCounts(counts).map(({ key, label, value }) => (
        <div key={key} className={styles.count}>
          <dt className={styles.label}>
            {MARKS[key] && <span className={`${styles.mark} ${MARKS[key]}`} aria-hidden="true" />}
            {label}
          </dt>
          <dd className={styles.value}>{formatNumber(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
