import { pluralize } from "@/app/_components/pluralize";
import type { Game } from "@/lib/domain/player";
import { systemName } from "@/lib/progress/systems";
import { Chapter, type YearProps } from "./chapter";
import { GameHighlight } from "./game-highlight";
import styles from "./game-highlights.module.css";

/** The mastered sets with the most achievements: the first one large, the others beside each other. */
export function LargestSets({ review, mediaBase, gameBase }: YearProps) {
  const [largest, ...others] = review.largest;
  if (!largest) return null;
  const highlight = (game: Game, size: "large" | "small") => (
    <GameHighlight
      game={game}
      kind="mastered"
      label={pluralize(game.maxPossible, "achievement")}
      size={size}
      mediaBase={mediaBase}
      gameBase={gameBase}
    >
      {systemName(game)}
    </GameHighlight>
  );
  return (
    <Chapter
      id="largest"
      title={others.length > 0 ? "Largest sets mastered" : "Set mastered"}
      accent="gold"
    >
      <div className={styles.first}>{highlight(largest, "large")}</div>
      {others.length > 0 && (
        <ol className={styles.many} start={2}>
          {others.map((game) => (
            <li key={game.id}>{highlight(game, "small")}</li>
          ))}
        </ol>
      )}
    </Chapter>
  );
}
