import { AWARD_COLORS } from "@/lib/charts/award-colors";
import styles from "./legend.module.css";

interface LegendProps {
  /** What the line means, if there is one. */
  line?: string;
}

/** Which colour is which award. */
export function Legend({ line }: LegendProps) {
  return (
    <ul className={styles.legend}>
      {AWARD_COLORS.map(({ key, label, color }) => (
        <li key={key}>
          <span className={styles.box} style={{ background: color }} />
          {label}
        </li>
      ))}
      {line && (
        <li>
          <span className={styles.line} />
          {line}
        </li>
      )}
    </ul>
  );
}
