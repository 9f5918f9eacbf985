import { memo } from "react";
import { ChartSlider } from "@/app/_components/charts/chart-slider";
import charts from "@/app/_components/charts/charts.module.css";
import { Years } from "@/app/_components/charts/years";
import { pluralize } from "@/app/_components/pluralize";
import { gamesLink } from "@/app/user/[user]/_components/progress-path";
import { playerMark } from "@/lib/charts/player-marks";
import { playerMonthsShapes, playersYears } from "@/lib/charts/player-months";
import { timelineMonths } from "@/lib/charts/timeline";
import { formatNumber } from "@/lib/format";
import { formatPeriod } from "@/lib/progress/format-period";
import { type AwardMonth, awardsIn, runningTotals } from "@/lib/progress/months";
import { PlayerMark } from "./player-mark";
import { PlayersLegend } from "./players-legend";
import styles from "./players-timeline.module.css";

interface PlayersTimelineProps {
  /** For each player, the same months. */
  months: readonly AwardMonth[][];
  names: readonly string[];
}

/** The awards of all players over time on one chart: lines of their totals, and the awards of each month. */
export const PlayersTimeline = memo(function PlayersTimeline(props: PlayersTimelineProps) {
  const { names } = props;
  const players = props.months.map(timelineMonths);
  const [axis = []] = players;
  const totals = players.map(runningTotals);
  const shapes = playerMonthsShapes(players);
  const awardsOf = (player: number, at: number) => {
    const month = players[player]?.[at];
    return month ? awardsIn(month) : 0;
  };
  const inWords = (at: number) => {
    const each = names.map(
      (name, player) =>
        `${name} ${pluralize(awardsOf(player, at), "award")}, ${formatNumber(totals[player]?.[at] ?? 0)} in total`,
    );
    return `${formatPeriod(axis[at]?.month ?? "")}: ${each.join("; ")}`;
  };
  return (
    <section aria-labelledby="timeline" className={charts.wide}>
      <div className={charts.heading}>
        <h2 id="timeline">Progress over time</h2>
        <PlayersLegend names={names} />
      </div>
      <ChartSlider
        label="Awards by month"
        count={axis.length}
        rows={1}
        inWords={inWords}
        start={
          <>
            {shapes.scale.map(({ awards, top }) => (
              <span key={awards} className={charts.scale} style={{ top: percent(top) }}>
                {formatNumber(awards)}
              </span>
            ))}
            {shapes.players.map(({ markAt }, at) => (
              <span key={names[at]} className={charts.scale} style={{ top: percent(markAt) }}>
                <PlayerMark place={at} />
              </span>
            ))}
          </>
        }
        foot={
          <div className={styles.years}>
            <Years months={axis} />
          </div>
        }
        table={<YearsTable players={props.months} names={names} />}
        detail={(at) => (
          <div className={styles.detail}>
            <p>{at === null ? "Total" : formatPeriod(axis[at]?.month ?? "")}</p>
            <ul>
              {names.map((name, player) => (
                <li key={name}>
                  <PlayerMark place={player} />{" "}
                  {at === null || awardsOf(player, at) === 0 ? (
                    name
                  ) : (
                    <a href={gamesLink(`/user/${name}`, `awarded=${axis[at]?.month}`)}>{name}</a>
                  )}{" "}
                  {at === null
                    ? pluralize(totals[player]?.at(-1) ?? 0, "award")
                    : `${pluralize(awardsOf(player, at), "award")}, ${formatNumber(totals[player]?.[at] ?? 0)} in total`}
                </li>
              ))}
            </ul>
          </div>
        )}
      >
        <div className={styles.chart} style={{ "--players": names.length }}>
          <svg
            viewBox={`0 0 ${shapes.width} ${shapes.height}`}
            preserveAspectRatio="none"
            fill="none"
            aria-hidden="true"
          >
            <path stroke="var(--edge)" vectorEffect="non-scaling-stroke" d={shapes.grid} />
            <path stroke="var(--edge)" vectorEffect="non-scaling-stroke" d={shapes.feet} />
            {shapes.players.map(({ bars }, at) => (
              <path
                key={names[at]}
                stroke={playerMark(at).color}
                strokeWidth={shapes.bar}
                d={bars}
              />
            ))}
            <g strokeLinejoin="round" strokeWidth="2.5">
              {/* The first player's line is drawn last, over the others. */}
              {shapes.players
                .map(({ totals }, at) => (
                  <path
                    key={names[at]}
                    stroke={playerMark(at).color}
                    strokeDasharray={playerMark(at).dashes}
                    vectorEffect="non-scaling-stroke"
                    d={totals}
                  />
                ))
                .reverse()}
            </g>
          </svg>
        </div>
      </ChartSlider>
    </section>
  );
});

/** The awards of each year, newest first. The chart has each month, by arrow keys. */
function YearsTable({
  players,
  names,
}: {
  players: readonly AwardMonth[][];
  names: readonly string[];
}) {
  return (
    <table>
      <thead>
        <tr>
          <th>Year</th>
          {names.map((name) => (
            <th key={name}>{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {playersYears(players).map(({ year, players: each }) => (
          <tr key={year}>
            <th>{year}</th>
            {each.map(({ awards, soFar }, at) => (
              <td key={names[at]}>
                <a href={gamesLink(`/user/${names[at]}`, `awarded=${year}`)}>
                  {formatNumber(awards)}
                </a>
                , {formatNumber(soFar)} in total
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function percent(fraction: number): string {
  return `${Math.round(fraction * 1000) / 10}%`;
}
