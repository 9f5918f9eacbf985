import type { CSSProperties } from "react";
import { formatPercent } from "@/lib/format";
import type { Game } from "@/lib/players/player";
import { hardcoreWon, won } from "@/lib/progress/won";
import styles from "./progress-bar.module.css";

/** How much of a set is won: hardcore in gold, casual play in grey beyond it. */
export function ProgressBar({ game }: { game: Game }) {
  const all = Math.min(1, won(game));
  const hardcore = Math.min(1, hardcoreWon(game));
  const percent = formatPercent(all);
  const name =
    hardcore === all
      ? `${percent} won`
      : `${percent} won, ${formatPercent(hardcore)} in hardcore mode`;
  return (
    <div className={styles.progress}>
      <div
        className={styles.track}
        style={{ "--won": width(all), "--hardcore": width(hardcore) } as CSSProperties}
        role="progressbar"
        aria-label={name}
        aria-valuenow={Math.floor(all * 100)}
      />
      <span className={styles.percent} aria-hidden="true">
        {percent}
      </span>
    </div>
  );
}

/** Finer than a screen shows. */
function width(fraction: number): string {
  return `${Math.round(fraction * 1000) / 10}%`;
}
