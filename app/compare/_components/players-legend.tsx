import legend from "@/app/_components/charts/legend.module.css";
import { playerMark } from "@/lib/charts/player-marks";
import { PlayerMark } from "./player-mark";
import styles from "./players-legend.module.css";

interface PlayersLegendProps {
  names: readonly string[];
}

/** The mark and the line of each player. */
export function PlayersLegend({ names }: PlayersLegendProps) {
  return (
    <ul className={legend.legend} aria-label="Players">
      {names.map((name, at) => (
        <li key={name}>
          <PlayerMark place={at} />
          <svg className={styles.line} viewBox="0 0 28 8" fill="none" aria-hidden="true">
            <path
              stroke={playerMark(at).color}
              strokeWidth="2.5"
              strokeDasharray={playerMark(at).dashes}
              d="M0 4h28"
            />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
