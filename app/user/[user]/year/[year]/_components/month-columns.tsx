import bar from "@/app/_components/charts/bar.module.css";
import { Legend } from "@/app/_components/charts/legend";
import { pluralize } from "@/app/_components/pluralize";
import { listLink } from "@/app/user/[user]/_components/list-link";
import { AWARD_COLORS } from "@/lib/charts/award-colors";
import { formatNumber, MONTHS } from "@/lib/format";
import type { YearReview } from "@/lib/progress/year-review";
import { Chapter, Statement, type YearProps } from "./chapter";
import styles from "./month-columns.module.css";

/** A full column is at least this many awards, so that few look like few. */
const FULL_COLUMN = 5;

/** The twelve months: columns where there is room, rows on a phone. */
export function MonthColumns({ review: { months }, path }: YearProps) {
  const full = Math.max(FULL_COLUMN, ...months.map(({ count }) => count));
  return (
    <Chapter id="months" title="Month by month" accent="felt">
      <Statement>{biggestMonth(months)}</Statement>
      <ol className={styles.months}>
        {months.map(({ month, count, query, ...mix }, at) => (
          <li key={month} style={{ "--share": count / full }}>
            <span className={styles.column} aria-hidden="true">
              {AWARD_COLORS.map(
                ({ key }) =>
                  mix[key] > 0 && <i key={key} className={bar[key]} style={{ flex: mix[key] }} />,
              )}
            </span>
            <Month name={MONTHS[at] ?? ""} count={count} href={listLink(path, query)} />
          </li>
        ))}
      </ol>
      <Legend />
    </Chapter>
  );
}

/** The month with the most awards; the number of months with awards if none stands out. */
function biggestMonth(months: YearReview["months"]): string {
  const most = Math.max(...months.map(({ count }) => count));
  const isBiggest = months.map(({ count }) => count === most);
  if (most > 1 && isBiggest.filter(Boolean).length === 1) {
    return `${MONTHS[isBiggest.indexOf(true)]} was the biggest month.`;
  }
  const active = months.filter(({ count }) => count > 0).length;
  return `Awards in ${pluralize(active, "month")}.`;
}

/** A month links to its awards, if it has any. */
function Month({ name, count, href }: { name: string; count: number; href: string }) {
  const words = (
    <>
      <b>{formatNumber(count)}</b>
      <span className="visually-hidden"> {count === 1 ? "award" : "awards"} in </span>
      <span>
        {name.slice(0, 3)}
        <span className="visually-hidden">{name.slice(3)}</span>
      </span>
    </>
  );
  return count === 0 ? (
    <span className={styles.month}>{words}</span>
  ) : (
    <a className={styles.month} href={href}>
      {words}
    </a>
  );
}
