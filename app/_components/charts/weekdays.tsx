import { WEEKDAYS } from "@/lib/domain/weekdays";
import styles from "./charts.module.css";

/** The weekdays at the side of a calendar's chart. */
export function Weekdays() {
  return WEEKDAYS.map((name) => (
    <span key={name} className={styles.weekday}>
      {name.slice(0, 3)}
    </span>
  ));
}
