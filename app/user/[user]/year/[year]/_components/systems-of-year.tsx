import { Bar, FULL_BAR } from "@/app/_components/charts/bar";
import { Legend } from "@/app/_components/charts/legend";
import { pluralize } from "@/app/_components/pluralize";
import { listLink } from "@/app/user/[user]/_components/list-link";
import { AWARD_COLORS } from "@/lib/charts/award-colors";
import { formatNumber } from "@/lib/format";
import type { YearReview } from "@/lib/progress/year-review";
import { Chapter, Statement, type YearProps } from "./chapter";
import styles from "./systems-of-year.module.css";

/** Shown at first. */
const SHOWN = 8;

/** The systems of the year's awards with their mix; new ones are marked. */
export function SystemsOfYear({ review: { systems }, path }: YearProps) {
  const fresh = systems.filter(({ isNew }) => isNew).length;
  const most = Math.max(FULL_BAR, ...systems.map(({ count }) => count));
  const others = systems.slice(SHOWN);
  return (
    <Chapter id="systems" title="Systems" accent="felt">
      <Statement>
        {pluralize(systems.length, "system")}
        {fresh > 0 && fresh < systems.length && `, ${fresh} new`}
        {fresh > 0 && fresh === systems.length && (fresh === 1 ? ", new" : ", all new")}
      </Statement>
      <Systems
        systems={systems.slice(0, SHOWN)}
        more={others.length > 0 ? `and ${others.length} more` : undefined}
        most={most}
        path={path}
      />
      {others.length > 0 && (
        <details className={styles.others}>
          <summary>{others.length} more</summary>
          <Systems systems={others} most={most} path={path} />
        </details>
      )}
      <Legend />
    </Chapter>
  );
}

interface SystemsProps extends Pick<YearReview, "systems"> {
  /** What to print below instead of the others. */
  more?: string | undefined;
  /** Awards of a full bar. */
  most: number;
  path: string;
}

function Systems({ systems, more, most, path }: SystemsProps) {
  return (
    <ol className={styles.systems} data-more={more}>
      {systems.map(({ id, name, counts, isNew, count, query }) => (
        <li key={id}>
          <a className={styles.name} href={listLink(path, query)}>
            {name}
            <span className="visually-hidden">: {pluralize(count, "award")}</span>
          </a>
          {isNew && <span className={styles.fresh}>New</span>}
          <Bar
            length={count / most}
            parts={AWARD_COLORS.map(({ key }) => ({ kind: key, count: counts[key] }))}
            label={AWARD_COLORS.filter(({ key }) => counts[key] > 0)
              .map(({ key, label }) => `${counts[key]} ${label.toLowerCase()}`)
              .join(", ")}
          />
          <b aria-hidden="true">{formatNumber(count)}</b>
        </li>
      ))}
    </ol>
  );
}
