import { memo, type ReactNode } from "react";
import { listLink } from "@/app/user/[user]/_components/list-link";
import type { CompareOverview } from "@/lib/compare/overview";
import type { Profile } from "@/lib/domain/player";
import { formatNumber, formatPercent } from "@/lib/format";
import { shownCounts } from "@/lib/progress/counts";
import { DEFAULT_LIST_QUERY } from "@/lib/progress/list-query";
import { sumAwards } from "@/lib/progress/months";
import { PlayerMark, playerClass } from "./player-mark";
import styles from "./players-table.module.css";
import type { TotalOfTimes } from "./totals-of-times";

interface PlayersTableProps {
  profiles: readonly Profile[];
  figures: CompareOverview["players"];
  times: readonly TotalOfTimes[];
}

/** One figure of all players. */
interface Row {
  label: string;
  values: number[];
  inWords: (value: number) => string;
  /** Where the figure leads, below the address of a player's overview. */
  below: string;
  /** The place of the player with the largest value; null if two have it, or if more is not better. */
  leader: number | null;
}

/** The totals of all players. Two have the labels between them, more have them at the start of each row. */
export const PlayersTable = memo(function PlayersTable(props: PlayersTableProps) {
  const { profiles, figures, times } = props;
  const isDuel = profiles.length === 2;
  /** The label of a row before its cells, or between two. */
  const withHead = (head: ReactNode, cells: ReactNode[]) =>
    isDuel ? [cells[0], head, ...cells.slice(1)] : [head, ...cells];
  return (
    <section aria-labelledby="totals" className={styles.panel}>
      <h2 id="totals" className={styles.title}>
        Totals
      </h2>
      <table
        className={`${styles.table} ${isDuel ? styles.duel : styles.row}`}
        style={{ "--players": profiles.length }}
      >
        <thead>
          <tr>
            {withHead(
              <td key="head" className={styles.label} />,
              profiles.map(({ name }, at) => (
                <th key={name} scope="col" className={playerClass(at)} title={name}>
                  <span className={styles.name}>
                    <PlayerMark place={at} />
                    <span>{name}</span>
                  </span>
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {rowsOf(profiles, figures, times).map((row) => (
            <tr key={row.label}>
              {withHead(
                <th key="head" scope="row" className={styles.label}>
                  {row.label}
                </th>,
                row.values.map((value, at) => (
                  <Figure
                    key={profiles[at]?.name}
                    row={row}
                    value={value}
                    place={at}
                    path={`/user/${profiles[at]?.name}`}
                  />
                )),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
});

interface FigureProps {
  row: Row;
  value: number;
  place: number;
  /** Of the player's overview. */
  path: string;
}

function Figure({ row, value, place, path }: FigureProps) {
  const isAhead = row.leader === place;
  const part = value / Math.max(1e-9, ...row.values);
  return (
    <td
      className={`${playerClass(place)} ${isAhead ? styles.ahead : ""}`}
      style={{ "--part": `${Math.round(part * 1000) / 10}%` }}
    >
      <a href={path + row.below}>{row.inWords(value)}</a>
      {isAhead && <span className="visually-hidden">, the most</span>}
    </td>
  );
}

function rowsOf(
  profiles: readonly Profile[],
  figures: CompareOverview["players"],
  times: readonly TotalOfTimes[],
): Row[] {
  const counts = figures.map((each) => each.counts);
  const points = (label: string, values: number[], below = ""): Row => ({
    ...{ label, values, below },
    inWords: formatNumber,
    leader: leaderOf(values),
  });
  const averages = figures.map(({ averageWon }) => averageWon);
  const casual = profiles.map(({ casualPoints }) => casualPoints);
  return [
    points(
      "Points",
      profiles.map(({ points }) => points),
    ),
    ...(casual.some((each) => each > 0) ? [points("Casual points", casual)] : []),
    // A count that is shown for any player is shown for all.
    ...shownCounts({ played: 0, unfinished: 0, ...sumAwards(counts) }).map(
      ({ key, label, status }) => {
        const values = counts.map((each) => each[key]);
        return {
          label,
          values,
          inWords: formatNumber,
          below: listLink("", { ...DEFAULT_LIST_QUERY, status }),
          leader: key === "unfinished" ? null : leaderOf(values),
        };
      },
    ),
    {
      label: "Average completion",
      values: averages,
      inWords: formatPercent,
      below: "#distribution",
      // Values that are shown as the same percentage are the same.
      leader: leaderOf(averages.map((each) => Number.parseInt(formatPercent(each), 10))),
    },
    ...times.map(({ label, values, below }) => points(label, values, below)),
  ];
}

/** The index of the only largest value; null if several are the largest. */
function leaderOf(values: readonly number[]): number | null {
  const most = Math.max(...values);
  const at = values.indexOf(most);
  return values.indexOf(most, at + 1) < 0 ? at : null;
}
