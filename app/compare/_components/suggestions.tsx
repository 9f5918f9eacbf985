import { memo } from "react";
import charts from "@/app/_components/charts/charts.module.css";
import { GameLines } from "@/app/_components/games/game-lines";
import type { GameSuggestion } from "@/lib/compare/suggestions";
import { formatPercent } from "@/lib/format";
import { joinNames } from "./join-names";
import { PlayerMark } from "./player-mark";
import styles from "./suggestions.module.css";

/** The most games for each player. */
const SHOWN = 3;

interface SuggestionsProps {
  /** For each player. */
  games: readonly GameSuggestion[][];
  names: readonly string[];
  /** Base of the pages of games, without a slash at its end; null if they have none. */
  gameBase: string | null;
}

/** For each player, games that they have started and another has mastered. Nothing if there are none. */
export const Suggestions = memo(function Suggestions({ games, names, gameBase }: SuggestionsProps) {
  if (games.every((each) => each.length === 0)) return null;
  return (
    <section aria-labelledby="catch-up" className={charts.panel}>
      <h2 id="catch-up" className={styles.title}>
        Catch up
      </h2>
      <p className={styles.about}>
        {names.length === 2
          ? "Started by one, mastered by the other"
          : "Started by one, mastered by another"}
      </p>
      <div className={styles.players}>
        {games.map(
          (each, at) =>
            each.length > 0 && (
              <section key={names[at]}>
                <h3 className={styles.heading}>
                  <PlayerMark place={at} />
                  <span>For {names[at]}</span>
                </h3>
                <GameLines
                  games={each
                    .slice(0, SHOWN)
                    .map(({ gameId, title, won, missing, masteredBy }) => ({
                      gameId,
                      title,
                      about: `${formatPercent(won)} done, ${missing} to go${
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
