import { memo } from "react";
import { BackgroundImage } from "@/app/_components/background-image";
import { GameLink } from "@/app/_components/games/game-link";
import styles from "@/app/_components/games/game-row.module.css";
import { GameTitle } from "@/app/_components/games/game-title";
import { ProgressBar } from "@/app/_components/games/progress-bar";
import type { Game } from "@/lib/domain/player";
import { formatDay } from "@/lib/format";
import { awardLabel } from "@/lib/progress/award";
import { systemLabel, systemName } from "@/lib/progress/systems";
import { isRetired } from "@/lib/progress/won";

interface GameRowProps {
  game: Game;
  /** Base of icon paths, without a slash at its end. */
  mediaBase: string;
  /** What stands before `/{id}` in the address of a game's page; null where games have none. */
  gameBase: string | null;
}

/** One game of a list. A page has a hundred, so every element counts: the award mark is not one. */
export const GameRow = memo(function GameRow({ game, mediaBase, gameBase }: GameRowProps) {
  const { highestAwardKind: kind, highestAwardAt, mostRecentAwardedAt } = game;
  const awardedOn = highestAwardAt === null ? "" : formatDay(highestAwardAt);
  const unlockedOn = mostRecentAwardedAt === null ? "" : formatDay(mostRecentAwardedAt);
  return (
    <li className={`${styles.row} ${kind ? styles[kind] : styles.none}`}>
      <BackgroundImage className={styles.icon} src={mediaBase + game.iconPath} />
      <h3 className={styles.title}>
        <GameLink base={gameBase} id={game.id}>
          <GameTitle title={game.title} />
        </GameLink>
      </h3>
      <p className={styles.facts}>
        {/* Spoken by its full name, which its title is. */}
        <span className={styles.system} role="img" title={systemName(game)}>
          {systemLabel(game)}
        </span>
        <span>
          <Achievements game={game} />
        </span>
        {unlockedOn !== awardedOn && unlockedOn && <span>{`Last unlock ${unlockedOn}`}</span>}
      </p>
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
