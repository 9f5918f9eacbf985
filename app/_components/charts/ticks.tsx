import styles from "./charts.module.css";

interface TicksProps {
  /** `left` as a fraction of the chart's width; `href` of what leads somewhere. */
  ticks: { label: string; left: number; href?: string }[];
  /** Whether every other one is left out on a phone, if there are many. */
  mayThin?: boolean;
}

/** What stands along the foot of a chart. */
export function Ticks({ ticks, mayThin = false }: TicksProps) {
  return (
    <div
      className={styles.ticks}
      data-many={mayThin && ticks.length > 6}
      // Screen readers get the same from the chart, but for links.
      aria-hidden={ticks.every(({ href }) => href === undefined)}
    >
      {ticks.map(({ label, left, href }) => {
        const style = { left: `${Math.round(left * 1000) / 10}%` };
        return href ? (
          <a key={left} style={style} href={href}>
            {label}
          </a>
        ) : (
          <span key={left} style={style}>
            {label}
          </span>
        );
      })}
    </div>
  );
}
