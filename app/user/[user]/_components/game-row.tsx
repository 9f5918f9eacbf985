import { memo, type ReactNode } from "react";
import { GameHeading } from "@/app/_components/games/game-heading";
import type { GameBases } from "@/app/_components/games/game-link";
import styles from "@/app/_components/games/game-row.module.css";
import { ProgressBar } from "@/app/_components/games/progress-bar";
import type { Game } from "@/lib/domain/player";
import { formatDay } from "@/lib/format";
import { awardLabel } from "@/lib/progress/award";
import { isRetired } from "@/lib/progress/won";
import type { ListFigure } from "@/lib/times/list-figures";
import type { ListTime } from "@/lib/times/list-time";
import { gamePath } from "./progress-path";
import { rowFigures } from "./row-figures";
import { unfolding } from "./unfolding";

interface GameRowProps extends GameBases {
  game: Game;
  /** Undefined: nothing is known of it. */
  time?: ListTime | undefined;
  /** What the list is sorted by. */
  sortedBy?: ListFigure | null;
  /** Of the player's overview, if the row leads to the game's achievements. */
  path?: string;
  /** Whether that link unfolds the row: before JavaScript it is a plain one. */
  unfolds?: boolean;
  /** What is unfolded below the game. */
  children?: ReactNode;
}

/** One game of a list. A page has a hundred, so every element counts: the award mark is not one. */
export const GameRow = memo(function GameRow({
  game,
  time,
  sortedBy = null,
  path,
  unfolds = false,
  children,
  ...bases
}: GameRowProps) {
  const { highestAwardKind: kind, highestAwardAt, mostRecentAwardedAt } = game;
  const awardedOn = highestAwardAt === null ? "" : formatDay(highestAwardAt);
  const unlockedOn = mostRecentAwardedAt === null ? "" : formatDay(mostRecentAwardedAt);
  const isUnlockedLater = unlockedOn !== "" && unlockedOn !== awardedOn;
  const figures = rowFigures(game, time, sortedBy);
  return (
    <li
      className={`${styles.row} ${kind ? styles[kind] : styles.none} ${isUnlockedLater ? styles.later : ""} ${figures ? styles.known : ""}`}
    >
      <GameHeading game={game} {...bases}>
        <span>
          <Achievements
            game={game}
            path={path}
            unfolding={unfolds ? unfolding(game, children !== undefined) : undefined}
          />
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
      {figures && <p className={styles.figures}>{figures}</p>}
      {children}
    </li>
  );
});

interface AchievementsProps {
  game: Game;
  path: string | undefined;
  unfolding: ReturnType<typeof unfolding> | undefined;
}

/** How many there are, with a link to all of them. */
function Achievements({ game, path, unfolding }: AchievementsProps) {
  const { maxPossible, numAwarded } = game;
  if (isRetired(game)) return "Set is retired";
  const count = (
    <>
      {numAwarded >= maxPossible ? (
        <>
          All <b>{maxPossible}</b>
        </>
      ) : (
        <>
          <b>{numAwarded}</b>
          {` of ${maxPossible}`}
        </>
      )}
      <span> achievements</span>
    </>
  );
  if (path === undefined) return count;
  return (
    <a
      className={styles.achievements}
      href={gamePath(path, game.id)}
      data-unfolds=""
      {...unfolding}
    >
      {count}
    </a>
  );
}
