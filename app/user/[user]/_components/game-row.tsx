import { type CSSProperties, memo } from "react";
import { Picture } from "@/app/_components/picture";
import { formatDay, formatPercent } from "@/lib/format";
import type { Game } from "@/lib/players/player";
import { awardLabel } from "@/lib/progress/award";
import { systemLabel, systemName } from "@/lib/progress/systems";
import { hardcoreWon, isRetired, won } from "@/lib/progress/won";
import styles from "./game-row.module.css";
import { GameTitle } from "./game-title";

interface GameRowProps {
  game: Game;
  mediaBase: string;
}

/**
 * One game on the shelf. Memoised: after a refresh, games that did not change are not drawn again. A
 * page has a hundred of them, so every element in it counts; the award mark is the row's `::after`.
 */
export const GameRow = memo(function GameRow({ game, mediaBase }: GameRowProps) {
  const { highestAwardKind: kind, highestAwardAt, mostRecentAwardedAt } = game;
  return (
    <li className={`${styles.row} ${kind ? styles[kind] : styles.none}`}>
      <Picture className={styles.icon} src={mediaBase + game.iconPath} />
      <h3 className={styles.title}>
        <GameTitle title={game.title} />
      </h3>
      <p className={styles.facts}>
        <span className={styles.system} title={systemName(game)}>
          {systemLabel(game)}
        </span>
        <span>{achievements(game)}</span>
        {mostRecentAwardedAt !== null && <span>Last unlock {formatDay(mostRecentAwardedAt)}</span>}
      </p>
      <p className={styles.award}>
        {kind && <b>{awardLabel(kind)}</b>}
        {kind && highestAwardAt !== null && ` ${formatDay(highestAwardAt)}`}
      </p>
      {progressBar(game)}
    </li>
  );
}, isSameRow);

/** Values, not identities: every refresh brings new objects. */
function isSameRow(before: GameRowProps, after: GameRowProps): boolean {
  return (
    before.mediaBase === after.mediaBase &&
    (before.game === after.game || JSON.stringify(before.game) === JSON.stringify(after.game))
  );
}

function achievements(game: Game) {
  if (isRetired(game)) return "Set is retired";
  if (game.numAwarded >= game.maxPossible) {
    return (
      <>
        All <b>{game.maxPossible}</b> achievements
      </>
    );
  }
  return (
    <>
      <b>{game.numAwarded}</b> of <b>{game.maxPossible}</b> achievements
    </>
  );
}

/** How much of a set is won: hardcore in gold, casual play in grey beyond it. */
function progressBar(game: Game) {
  const all = Math.min(1, won(game));
  const hardcore = Math.min(1, hardcoreWon(game));
  const percent = formatPercent(all);
  return (
    <div
      className={styles.progress}
      style={{ "--won": width(all), "--hardcore": width(hardcore) } as CSSProperties}
      role="progressbar"
      aria-label={
        hardcore === all
          ? `${percent} won`
          : `${percent} won, ${formatPercent(hardcore)} in hardcore mode`
      }
      aria-valuenow={Math.floor(all * 100)}
    >
      {percent}
    </div>
  );
}

/** Finer than a screen shows. */
function width(fraction: number): string {
  return `${Math.round(fraction * 1000) / 10}%`;
}
