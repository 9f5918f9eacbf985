import styles from "./game-lines.module.css";
import { GameLink } from "./game-link";
import { GameTitle } from "./game-title";

interface GameLinesProps {
  games: {
    gameId: number;
    title: string;
    /** Why it stands here, in a line below its title. */
    about: string;
  }[];
  /** What stands before `/{id}` in the address of a game's page; null where games have none. */
  gameBase: string | null;
}

/** A few games that are suggested, without pictures: each with its reason, and all of it is the link. */
export function GameLines({ games, gameBase }: GameLinesProps) {
  return (
    <ul className={styles.games}>
      {games.map(({ gameId, title, about }) => (
        <li key={gameId}>
          <span>
            <GameLink base={gameBase} id={gameId}>
              <GameTitle title={title} />
            </GameLink>
          </span>
          <span className={styles.about}>{about}</span>
        </li>
      ))}
    </ul>
  );
}
