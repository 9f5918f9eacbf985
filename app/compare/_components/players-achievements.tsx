import charts from "@/app/_components/charts/charts.module.css";
import { Years } from "@/app/_components/charts/years";
import { pluralize } from "@/app/_components/pluralize";
import { achievementLanes } from "@/lib/charts/achievement-lanes";
import { playerMark } from "@/lib/charts/player-marks";
import { TIMELINE_HEIGHT } from "@/lib/charts/timeline";
import { formatNumber } from "@/lib/format";
import { formatPeriod } from "@/lib/progress/format-period";
import { commonMonths } from "@/lib/unlocks/common-months";
import type { DaySums } from "@/lib/unlocks/day-sums";
import { joinNames } from "./join-names";
import { PlayerMark } from "./player-mark";
import styles from "./players-achievements.module.css";

/** A compared player's unlocks. */
export interface PlayerUnlocks {
  name: string;
  sums: DaySums;
  /** The first year that is known, if older unlocks are still missing; null: all are known. */
  knownSince: number | null;
  /** The years that have a page. */
  years: readonly number[];
}

/** The achievements of all players month by month. Nothing without any. */
export function PlayersAchievements({ players }: { players: readonly PlayerUnlocks[] }) {
  const { months, achievements } = commonMonths(players.map(({ sums }) => sums));
  if (months.length === 0) return null;
  const { width, bar, scale, grid, lanes } = achievementLanes(achievements);
  return (
    <section aria-labelledby="achievements" className={charts.wide}>
      <h2 id="achievements">Achievements by month</h2>
      <div className={styles.lanes}>
        {players.map(({ name, knownSince }, at) => (
          <div key={name} className={styles.player}>
            <p>
              <PlayerMark place={at} /> <b>{name}</b>{" "}
              <span>{figuresOf(months, achievements[at] ?? [], knownSince)}</span>
            </p>
            <div className={styles.scale} aria-hidden="true">
              {scale.map(({ value, top }) => (
                <span key={value} className={charts.scale} style={{ top: percent(top) }}>
                  {formatNumber(value)}
                </span>
              ))}
            </div>
            <svg
              viewBox={`0 0 ${width} ${TIMELINE_HEIGHT}`}
              preserveAspectRatio="none"
              fill="none"
              aria-hidden="true"
            >
              <path stroke="var(--edge)" vectorEffect="non-scaling-stroke" d={grid} />
              <path stroke={playerMark(at).color} strokeWidth={bar} d={lanes[at]} />
            </svg>
          </div>
        ))}
        <div className={styles.years}>
          <Years months={months.map((month) => ({ month }))} />
        </div>
      </div>
      <p className={styles.leaders}>{leadersOf(players, achievements)}</p>
      <details className={charts.table}>
        <summary>As a table</summary>
        <div>
          <YearsTable months={months} players={players} achievements={achievements} />
        </div>
      </details>
    </section>
  );
}

/** A player's achievements and biggest month, in words. */
function figuresOf(
  months: readonly string[],
  counts: readonly number[],
  knownSince: number | null,
): string {
  const all = pluralize(sumOf(counts), "achievement");
  const since = knownSince === null ? "" : ` since ${knownSince}`;
  const most = Math.max(...counts);
  if (most === 0) return all + since;
  const month = formatPeriod(months[counts.lastIndexOf(most)] ?? "");
  return `${all}${since}, the most in ${month}: ${formatNumber(most)}`;
}

/** In how many months each player was ahead. */
function leadersOf(
  players: readonly PlayerUnlocks[],
  achievements: readonly (readonly number[])[],
): string {
  const [first = []] = achievements;
  const ahead = players.map(() => 0);
  for (const at of first.keys()) {
    const counts = achievements.map((each) => each[at] ?? 0);
    const most = Math.max(...counts);
    const leader = counts.indexOf(most);
    if (counts.indexOf(most, leader + 1) < 0) ahead[leader] = (ahead[leader] ?? 0) + 1;
  }
  const inWords = players.map(({ name }, at) => {
    const count = ahead[at] ?? 0;
    return `${name} in ${count === 0 ? "none" : pluralize(count, "month")}`;
  });
  return `Ahead: ${joinNames(inWords)}`;
}

interface YearsTableProps {
  months: readonly string[];
  players: readonly PlayerUnlocks[];
  achievements: readonly (readonly number[])[];
}

/** The achievements of each year, newest first. */
function YearsTable({ months, players, achievements }: YearsTableProps) {
  const years = [...new Set(months.map((month) => Number(month.slice(0, 4))))].reverse();
  const countOf = (player: number, year: number) =>
    sumOf((achievements[player] ?? []).filter((_, at) => months[at]?.startsWith(`${year}-`)));
  return (
    <table>
      <thead>
        <tr>
          <th>Year</th>
          {players.map(({ name }) => (
            <th key={name}>{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {years.map((year) => (
          <tr key={year}>
            <th>{year}</th>
            {players.map(({ name, years: pages }, at) => {
              const count = formatNumber(countOf(at, year));
              return (
                <td key={name}>
                  {pages.includes(year) ? (
                    <a href={`/user/${name}/year/${year}#calendar`}>{count}</a>
                  ) : (
                    count
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

const percent = (fraction: number) => `${Math.round(fraction * 100)}%`;
