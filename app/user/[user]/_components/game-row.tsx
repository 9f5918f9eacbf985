import { memo } from "react";
import { Picture } from "@/app/_components/picture";
import { formatDay } from "@/lib/format";
import type { Game } from "@/lib/players/player";
import { awardLabel } from "@/lib/progress/award";
import { systemLabel, systemName } from "@/lib/progress/systems";
import { isRetired } from "@/lib/progress/won";
import { AwardMark } from "./award-mark";
import styles from "./game-row.module.css";
import { GameTitle } from "./game-title";
import { ProgressBar } from "./progress-bar";

interface GameRowProps {
  game: Game;
  mediaBase: string;
}

/** One game on the shelf. Memoised: after a refresh, games that did not change are not drawn again. */
export const GameRow = memo(function GameRow({ game, mediaBase }: GameRowProps) {
  return (
    <li className={styles.row}>
      <Picture className={styles.icon} src={mediaBase + game.iconPath} size={64} />
      <div className={styles.what}>
        <h3 className={styles.title}>
          <GameTitle title={game.title} />
        </h3>
        <p className={styles.facts}>
          <span className={styles.system} title={systemName(game)}>
            {systemLabel(game)}
          </span>
          <span>
            <Achievements game={game} />
          </span>
          {game.mostRecentAwardedAt !== null && (
            <span>Last unlock {formatDay(game.mostRecentAwardedAt)}</span>
          )}
        </p>
      </div>
      <div className={styles.progress}>
        <p className={styles.award}>
          {game.highestAwardKind && (
            <>
              <b className={styles[game.highestAwardKind]}>{awardLabel(game.highestAwardKind)}</b>
              {game.highestAwardAt !== null && ` ${formatDay(game.highestAwardAt)}`}
            </>
          )}
        </p>
        <ProgressBar game={game} />
      </div>
      <AwardMark kind={game.highestAwardKind} />
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

function Achievements({ game }: { game: Game }) {
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
