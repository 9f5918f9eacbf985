import { memo } from "react";
import { GameHeading } from "@/app/_components/games/game-heading";
import type { GameBases } from "@/app/_components/games/game-link";
import styles from "@/app/_components/games/game-row.module.css";
import { ProgressBar } from "@/app/_components/games/progress-bar";
import type { Game } from "@/lib/domain/player";
import { formatDay } from "@/lib/format";
import { awardLabel } from "@/lib/progress/award";
import { isRetired } from "@/lib/progress/won";

interface GameRowProps extends GameBases {
  game: Game;
}

/** One game of a list. A page has a hundred, so every element counts: the award mark is not one. */
export const GameRow = memo(function GameRow({ game, ...bases }: GameRowProps) {
  const { highestAwardKind: kind, highestAwardAt, mostRecentAwardedAt } = game;
  const awardedOn = highestAwardAt === null ? "" : formatDay(highestAwardAt);
  const unlockedOn = mostRecentAwardedAt === null ? "" : formatDay(mostRecentAwardedAt);
  const isUnlockedLater = unlockedOn !== "" && unlockedOn !== awardedOn;
  return (
    <li
      className={`${styles.row} ${kind ? styles[kind] : styles.none} ${isUnlockedLater ? styles.later : ""}`}
    >
      <GameHeading game={game} {...bases}>
        <span>
          <Achievements game={game} />
        </span>
        {isUnlockedLater && (
          <span>
            <span>Last unlock </span>
            {unlockedOn}
          </span>
        )}
      </GameHeading>
      <p className={styles.award}>
        {kind && <b>{awardLabel(kind)}</b>}
        {kind && awardedOn && ` ${awardedOn}`}
      </p>
      <ProgressBar game={game} />
    </li>
  );
});

function Achievements({ game }: { game: Game }) {
  const { maxPossible, numAwarded } = game;
  if (isRetired(game)) return "Set is retired";
  if (numAwarded >= maxPossible) {
    return (
      <>
        All <b>{maxPossible}</b>
        <span> achievements</span>
      </>
    );
  }
  return (
    <>
      <b>{numAwarded}</b>
      {` of ${maxPossible}`}
      <span> achievements</span>
    </>
  );
}
