import { memo } from "react";
import charts from "@/app/_components/charts/charts.module.css";
import { GameLines } from "@/app/_components/games/game-lines";
import type { GameSuggestion } from "@/lib/compare/suggestions";
import { formatPercent } from "@/lib/format";
import { joinNames } from "./join-names";
import { PlayerMark } from "./player-mark";
import styles from "./suggestions.module.css";

interface SuggestionsProps {
  /** For each player. */
  games: readonly GameSuggestion[][];
  names: readonly string[];
  /** What stands before `/{id}` in the address of a game's page; null where games have none. */
  gameBase: string | null;
}

/** For each player, games that the player has started and another has mastered; nothing if there are none. */
export const Suggestions = memo(function Suggestions({ games, names, gameBase }: SuggestionsProps) {
  if (games.every((each) => each.length === 0)) return null;
  return (
    <section aria-labelledby="worth-a-try" className={charts.panel}>
      <h2 id="worth-a-try" className={styles.title}>
        Worth a try
      </h2>
      <p className={styles.about}>
        {names.length === 2
          ? "Begun by one, mastered by the other."
          : "Begun by one, mastered by another."}
      </p>
      <div className={styles.players}>
        {games.map(
          (each, at) =>
            each.length > 0 && (
              <section key={names[at]}>
                <h3 className={styles.heading}>
                  <PlayerMark place={at} /> For {names[at]}
                </h3>
                <GameLines
                  games={each.map(({ gameId, title, won, missing, masteredBy }) => ({
                    gameId,
                    title,
                    about: `${formatPercent(won)} won, ${missing} to go${
                      names.length > 2
                        ? `; mastered by ${joinNames(masteredBy.map((place) => names[place] ?? ""))}`
                        : ""
                    }`,
                  }))}
                  gameBase={gameBase}
                />
              </section>
            ),
        )}
      </div>
    </section>
  );
});
