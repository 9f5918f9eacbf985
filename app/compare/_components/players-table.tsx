import { memo, type ReactNode } from "react";
import { BackgroundImage } from "@/app/_components/background-image";
import { listLink } from "@/app/user/[user]/_components/list-link";
import type { CompareOverview } from "@/lib/compare/overview";
import type { Profile } from "@/lib/domain/player";
import { formatNumber, formatPercent } from "@/lib/format";
import { shownCounts } from "@/lib/progress/counts";
import { DEFAULT_LIST_QUERY } from "@/lib/progress/list-query";
import { sumAwards } from "@/lib/progress/months";
import { PlayerMark, playerClass } from "./player-mark";
import styles from "./players-table.module.css";

interface PlayersTableProps {
  profiles: readonly Profile[];
  figures: CompareOverview["players"];
  mediaBase: string;
}

/** One figure of all players. */
interface Row {
  label: string;
  values: number[];
  inWords: (value: number) => string;
  /** Where on a player's page the figure is from. */
  search: string;
  /** The place of who has most of it; null if two have, or if it is nothing to have most of. */
  leader: number | null;
}

/** Who the players are, and what each of them has, side by side: two face each other, more stand in a row. */
export const PlayersTable = memo(function PlayersTable(props: PlayersTableProps) {
  const { profiles, figures, mediaBase } = props;
  const isDuel = profiles.length === 2;
  /** A row's head before its cells, or between two. */
  const withHead = (head: ReactNode, cells: ReactNode[]) =>
    isDuel ? [cells[0], head, ...cells.slice(1)] : [head, ...cells];
  return (
    <div className={styles.case}>
      <table
        className={`${styles.table} ${isDuel ? styles.duel : styles.row}`}
        style={{ "--players": profiles.length }}
      >
        <thead>
          <tr>
            {withHead(
              <td key="head" className={styles.label} />,
              profiles.map(({ name, avatarPath }, at) => (
                <th key={name} scope="col" className={playerClass(at)}>
                  <a className={styles.player} href={`/user/${name}`}>
                    <BackgroundImage className={styles.avatar} src={mediaBase + avatarPath} />
                    <span className={styles.name}>
                      <PlayerMark place={at} /> {name}
                    </span>
                  </a>
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {rowsOf(profiles, figures).map((row) => (
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
    </div>
  );
});

interface FigureProps {
  row: Row;
  value: number;
  place: number;
  /** Of the player's page. */
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
      <a href={path + row.search}>{row.inWords(value)}</a>
      {isAhead && <span className="visually-hidden">, the most</span>}
    </td>
  );
}

function rowsOf(profiles: readonly Profile[], figures: CompareOverview["players"]): Row[] {
  const counts = figures.map((each) => each.counts);
  const points = (label: string, values: number[]): Row => ({
    label,
    values,
    inWords: formatNumber,
    search: "",
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
    // What is shown of one player alone is shown if it is of any.
    ...shownCounts({ played: 0, unfinished: 0, ...sumAwards(counts) }).map(
      ({ key, label, status }) => {
        const values = counts.map((each) => each[key]);
        return {
          label,
          values,
          inWords: formatNumber,
          search: listLink("", { ...DEFAULT_LIST_QUERY, status }),
          leader: key === "unfinished" ? null : leaderOf(values),
        };
      },
    ),
    {
      label: "Average won",
      values: averages,
      inWords: formatPercent,
      search: "#distribution",
      // What reads the same is the same.
      leader: leaderOf(averages.map((each) => Number.parseInt(formatPercent(each), 10))),
    },
  ];
}

/** The place of the one value that is larger than all others; null if there is none. */
function leaderOf(values: readonly number[]): number | null {
  const most = Math.max(...values);
  const at = values.indexOf(most);
  return values.indexOf(most, at + 1) < 0 ? at : null;
}
