import { GameLines } from "@/app/_components/games/game-lines";
import { pluralize } from "@/app/_components/pluralize";
import { formatHours, formatNumber, formatPercent } from "@/lib/format";
import { ALMOST_THERE_QUERY } from "@/lib/progress/list-query";
import type { Overview, Suggestion } from "@/lib/progress/overview";
import type { TimeLeft } from "@/lib/times/time-left";
import { listLink } from "./list-link";
import { gamesLink } from "./progress-path";
import styles from "./suggestions.module.css";

interface SuggestionsProps {
  overview: Overview;
  /** Null: no game has an estimate. */
  left: TimeLeft | null;
  /** Of the player's overview. */
  path: string;
  /** What stands before `/{id}` in the address of a game's page; null where games have none. */
  gameBase: string | null;
}

/** Games to continue, and how long all that is started may take. */
export function Suggestions({ overview, left, path, gameBase }: SuggestionsProps) {
  const { almostThere, restorable } = overview;
  return (
    <section aria-labelledby="suggestions" className={styles.section}>
      <h2 id="suggestions">Pick up where you left off</h2>
      {left && <p>{inWords(left)}</p>}
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

/** `About 1,234 hours to master 300 of 341 started games, by median times`. */
function inWords({ seconds, games, estimated }: TimeLeft): string {
  const of = estimated < games ? `${formatNumber(estimated)} of ` : "";
  return `About ${formatHours(seconds)} to master ${of}${pluralize(games, "started game")}, by median times`;
}
