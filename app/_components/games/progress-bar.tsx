import type { Game } from "@/lib/domain/player";
import { formatPercent, wholePercent } from "@/lib/format";
import { hardcoreWon, won } from "@/lib/progress/won";
import styles from "./game-row.module.css";

/** How much of a set is done: hardcore in gold, casual play in grey beyond it. */
export function ProgressBar({ game }: { game: Game }) {
  const all = Math.min(1, won(game));
  const hardcore = Math.min(1, hardcoreWon(game));
  const percent = formatPercent(all);
  const label =
    hardcore === all ? "Done" : `${percent} done, ${formatPercent(hardcore)} in hardcore mode`;
  return (
    <div
      className={styles.progress}
      style={{ "--won": width(all), ...(hardcore !== all && { "--hardcore": width(hardcore) }) }}
      role="progressbar"
      aria-label={label}
      aria-valuenow={wholePercent(all)}
    >
      {percent}
    </div>
  );
}

/** Finer than a screen shows. */
function width(fraction: number): string {
  return `${Math.round(fraction * 1000) / 10}%`;
}
