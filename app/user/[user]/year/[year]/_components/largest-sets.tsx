import { counted } from "@/app/_components/counted";
import type { Game } from "@/lib/domain/player";
import { systemName } from "@/lib/progress/systems";
import { Chapter } from "./chapter";
import { ToldGame } from "./told-game";
import styles from "./told-games.module.css";

interface LargestSetsProps {
  games: Game[];
  mediaBase: string;
  gameBase: string | null;
}

/** The mastered sets with the most achievements: the first one large, the others beside each other. */
export function LargestSets({ games: [largest, ...others], ...bases }: LargestSetsProps) {
  if (!largest) return null;
  const told = (game: Game, size: "large" | "small") => (
    <ToldGame
      game={game}
      kind="mastered"
      label={counted(game.maxPossible, "achievement")}
      size={size}
      {...bases}
    >
      {systemName(game)}
    </ToldGame>
  );
  return (
    <Chapter
      id="largest"
      title={others.length > 0 ? "The largest sets mastered" : "The set mastered"}
      accent="gold"
    >
      <div className={styles.first}>{told(largest, "large")}</div>
      {others.length > 0 && (
        <ol className={styles.many} start={2}>
          {others.map((game) => (
            <li key={game.id}>{told(game, "small")}</li>
          ))}
        </ol>
      )}
    </Chapter>
  );
}
