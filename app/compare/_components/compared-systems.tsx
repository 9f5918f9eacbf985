import { memo } from "react";
import { FULL_BAR } from "@/app/_components/charts/bar";
import charts from "@/app/_components/charts/charts.module.css";
import { CountsBar } from "@/app/_components/charts/counts-bar";
import { Legend } from "@/app/_components/charts/legend";
import { withLineBreaks } from "@/app/_components/charts/with-line-breaks";
import { linkToList } from "@/app/_components/list/list-link";
import { DEFAULT_COMPARE_QUERY } from "@/lib/compare/compare-query";
import type { ComparedSystem } from "@/lib/compare/overview";
import { formatNumber } from "@/lib/format";
import { compareList } from "./compare-list";
import styles from "./compared-systems.module.css";
import { PlayerMark } from "./player-mark";

/** Systems that are not folded away. */
const RANKED = 6;

interface ComparedSystemsProps {
  systems: readonly ComparedSystem[];
  names: readonly string[];
  /** Of this page. */
  path: string;
}

/** The systems with the most games, each with a bar for every player that shows their awards. */
export const ComparedSystems = memo(function ComparedSystems(props: ComparedSystemsProps) {
  const { systems } = props;
  const most = Math.max(
    FULL_BAR,
    ...systems.flatMap(({ counts }) => counts.map(({ played }) => played)),
  );
  const others = systems.slice(RANKED);
  return (
    <section
      aria-labelledby="systems"
      className={`${charts.panel} ${charts.systems} ${styles.section}`}
    >
      <div className={charts.heading}>
        <h2 id="systems" className={styles.title}>
          Systems
        </h2>
        <Legend hasUnfinished />
      </div>
      <div className={charts.bars}>
        <Table {...props} systems={systems.slice(0, RANKED)} most={most} />
        {others.length > 0 && (
          <details className={charts.more}>
            <summary>{others.length} more</summary>
            <Table {...props} systems={others} most={most} />
          </details>
        )}
      </div>
    </section>
  );
});

function Table({ systems, names, path, most }: ComparedSystemsProps & { most: number }) {
  const list = compareList(names.length);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th>System</th>
          <th>Games</th>
        </tr>
      </thead>
      <tbody>
        {systems.map(({ id, name, counts }) => (
          <tr key={id}>
            <th>
              <a href={linkToList(list, path, { ...DEFAULT_COMPARE_QUERY, system: id })}>
                {withLineBreaks(name)}
              </a>
            </th>
            <td>
              <ul className={styles.players}>
                {counts.map((each, at) => (
                  <li key={names[at]}>
                    <PlayerMark place={at} />
                    <span className="visually-hidden">{names[at]}</span>
                    <span className={styles.track}>
                      <CountsBar counts={each} most={most} />
                    </span>
                    <span>{formatNumber(each.played)}</span>
                  </li>
                ))}
              </ul>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
