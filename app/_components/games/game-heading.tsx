import type { ReactNode } from "react";
import { BackgroundImage } from "@/app/_components/background-image";
import type { GameBases } from "@/app/_components/games/game-link";
import type { Game } from "@/lib/domain/player";
import { systemLabel, systemName } from "@/lib/progress/systems";
import { GameLink } from "./game-link";
import styles from "./game-row.module.css";
import { GameTitle } from "./game-title";

interface GameHeadingProps extends GameBases {
  game: Pick<Game, "id" | "title" | "iconPath" | "systemId" | "systemName">;
  /** Facts after the system. */
  children: ReactNode;
}

/** The beginning of a row of a list: a game's icon, title, system and further facts. */
export function GameHeading({ game, mediaBase, gameBase, children }: GameHeadingProps) {
  return (
    <>
      <BackgroundImage className={styles.icon} src={mediaBase + game.iconPath} />
      <h3 className={styles.title}>
        <GameLink base={gameBase} id={game.id}>
          <GameTitle title={game.title} />
        </GameLink>
      </h3>
      <p className={styles.facts}>
        {/* Screen readers say its full name, which is the title. */}
        <span className={styles.system} role="img" title={systemName(game)}>
          {systemLabel(game)}
        </span>
        {children}
      </p>
    </>
  );
}
