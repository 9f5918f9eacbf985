import { AWARD_COLORS } from "@/lib/charts/award-colors";
import bar from "./bar.module.css";
import styles from "./legend.module.css";

interface LegendProps {
  /** What the line means, if there is one. */
  line?: string | false;
  /** Whether games without an award are shown as well. */
  hasUnfinished?: boolean;
}

/** Which mark is which award. */
export function Legend({ line, hasUnfinished }: LegendProps) {
  return (
    <ul className={styles.legend}>
      {AWARD_COLORS.map(({ key, label }) => (
        <li key={key}>
          <span className={`${styles.box} ${bar[key]}`} />
          {label}
        </li>
      ))}
      {hasUnfinished && (
        <li>
          <span className={`${styles.box} ${bar.unfinished}`} />
          Unfinished
        </li>
      )}
      {line && (
        <li>
          <span className={styles.line} />
          {line}
        </li>
      )}
    </ul>
  );
}
