import { GameLines } from "@/app/_components/games/game-lines";
import { formatPercent } from "@/lib/format";
import { ALMOST_THERE_QUERY } from "@/lib/progress/list-query";
import type { Overview, Suggestion } from "@/lib/progress/overview";
import { listLink } from "./list-link";
import { gamesLink } from "./progress-path";
import styles from "./suggestions.module.css";

interface SuggestionsProps {
  overview: Overview;
  /** Of the player's overview. */
  path: string;
  /** What stands before `/{id}` in the address of a game's page; null where games have none. */
  gameBase: string | null;
}

/** Games to continue. */
export function Suggestions({ overview, path, gameBase }: SuggestionsProps) {
  const { almostThere, restorable } = overview;
  return (
    <section aria-labelledby="suggestions" className={styles.section}>
      <h2 id="suggestions">Pick up where you left off</h2>
      <GameSuggestions
        title="Almost there"
        games={almostThere}
        href={listLink(path, ALMOST_THERE_QUERY)}
        gameBase={gameBase}
      />
      <GameSuggestions
        title="Masteries to restore"
        games={restorable}
        href={gamesLink(path, "status=eq-revised")}
        gameBase={gameBase}
      />
    </section>
  );
}

interface GameSuggestionsProps {
  title: string;
  games: Suggestion[];
  /** The list of all such games. */
  href: string;
  gameBase: string | null;
}

function GameSuggestions({ title, games, href, gameBase }: GameSuggestionsProps) {
  if (games.length === 0) return null;
  return (
    <>
      <h3 className={styles.heading}>
        <a href={href}>{title}</a>
      </h3>
      <GameLines
        games={games.map((game) => ({ ...game, about: leftOf(game) }))}
        gameBase={gameBase}
      />
    </>
  );
}

/** `90%, 3 to go`, and what a mastery needs where that is more: casual unlocks do not count for it. */
function leftOf({ possible, missing, missingHardcore }: Suggestion): string {
  const left = `${formatPercent((possible - missing) / possible)}, ${missing} to go`;
  return missingHardcore > missing ? `${left}, ${missingHardcore} to master` : left;
}
