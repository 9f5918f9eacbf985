import styles from "./charts.module.css";

interface TicksProps {
  /** `left` as a fraction of the chart's width. */
  ticks: { label: string; left: number }[];
}

/** What stands along the foot of a chart: every other one on a phone, if there are many. */
export function Ticks({ ticks }: TicksProps) {
  return (
    <div className={styles.ticks} aria-hidden="true" data-many={ticks.length > 6}>
      {ticks.map(({ label, left }) => (
        <span key={left} style={{ left: `${Math.round(left * 1000) / 10}%` }}>
          {label}
        </span>
      ))}
    </div>
  );
}
