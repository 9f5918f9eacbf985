import styles from "./chart-choice.module.css";

const CHARTS = [
  { name: "awards", label: "Awards" },
  { name: "points", label: "Points" },
] as const;

/** What a chart of progress over time counts. */
export type ProgressChart = (typeof CHARTS)[number]["name"];

interface ChartChoiceProps {
  shown: ProgressChart;
  /** Where the other chart is. */
  otherLink: string;
}

/** Chooses what the chart of progress over time counts, by a link. */
export function ChartChoice({ shown, otherLink }: ChartChoiceProps) {
  return (
    <p className={styles.choice}>
      {CHARTS.map(({ name, label }) =>
        name === shown ? (
          <b key={name}>{label}</b>
        ) : (
          <a key={name} href={otherLink}>
            {label}
          </a>
        ),
      )}
    </p>
  );
}
