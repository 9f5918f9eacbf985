import { BackgroundImage } from "@/app/_components/background-image";
import type { GameBases } from "@/app/_components/games/game-link";
import { GameLink } from "@/app/_components/games/game-link";
import type { Game } from "@/lib/domain/player";
import { parseTitle } from "@/lib/progress/title";
import styles from "./game-art.module.css";

interface GameArtProps extends GameBases {
  games: readonly Game[];
  /** Games at most. */
  most: number;
  isLarge?: boolean;
}

/** Games by their art alone, in a row that wraps; nothing without a game. */
export function GameArt({ games, most, isLarge, mediaBase, gameBase }: GameArtProps) {
  if (games.length === 0) return null;
  return (
    <ul className={`${styles.games} ${isLarge ? styles.large : ""}`}>
      {games.slice(0, most).map(({ id, title, iconPath }) => {
        const { name } = parseTitle(title);
        return (
          <li key={id} title={name}>
            <GameLink base={gameBase} id={id}>
              <BackgroundImage className={styles.art} src={mediaBase + iconPath} />
              <span className="visually-hidden">{name}</span>
            </GameLink>
          </li>
        );
      })}
    </ul>
  );
}
