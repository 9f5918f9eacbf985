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
      {line && <LineMark label={line} />}
    </ul>
  );
}

interface MonthsLegendProps {
  /** What the bars mean, and their colour. */
  bars: string;
  color: string;
  /** What the line means, if there is one. */
  line: string | false;
}

/** The marks of a chart with bars of one colour. */
export function MonthsLegend({ bars, color, line }: MonthsLegendProps) {
  return (
    <ul className={styles.legend}>
      <li>
        <span className={styles.box} style={{ background: color }} />
        {bars}
      </li>
      {line && <LineMark label={line} />}
    </ul>
  );
}

function LineMark({ label }: { label: string }) {
  return (
    <li>
      <span className={styles.line} />
      {label}
    </li>
  );
}
