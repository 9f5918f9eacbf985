import { memo } from "react";
import { GameLines } from "@/app/_components/games/game-lines";
import { LIST_ANCHOR } from "@/app/_components/list/list-link";
import { pluralize } from "@/app/_components/pluralize";
import { formatPercent } from "@/lib/format";
import { ALMOST_THERE_QUERY } from "@/lib/progress/list-query";
import type { Overview, Suggestion } from "@/lib/progress/overview";
import { formatPeriod } from "@/lib/progress/period";
import { listLink } from "./list-link";
import styles from "./suggestions.module.css";

interface SuggestionsProps {
  overview: Overview;
  path: string;
  /** What stands before `/{id}` in the address of a game's page; null where games have none. */
  gameBase: string | null;
}

/** What is worth coming back for, and what was achieved so far. */
export const Suggestions = memo(function Suggestions(props: SuggestionsProps) {
  const { overview, path, gameBase } = props;
  const { almostThere, restorable } = overview;
  return (
    <>
      {almostThere.length + restorable.length > 0 && (
        <section aria-labelledby="suggestions" className={styles.section}>
          <h2 id="suggestions" className={styles.title}>
            Worth coming back for
          </h2>
          <GameSuggestions
            title="Almost there"
            games={almostThere}
            href={listLink(path, ALMOST_THERE_QUERY)}
            gameBase={gameBase}
          />
          <GameSuggestions
            title="Stale gold"
            games={restorable}
            href={`${path}?status=eq-revised${LIST_ANCHOR}`}
            gameBase={gameBase}
          />
        </section>
      )}
      <Records overview={overview} path={path} />
    </>
  );
});

/** What one award alone would say three times is said once. */
function Records({ overview, path }: Omit<SuggestionsProps, "gameBase">) {
  const { streak, firstYear, fastestYear } = overview;
  if (!streak || !firstYear || !fastestYear) return null;
  return (
    <section aria-labelledby="records" className={styles.section}>
      <h2 id="records" className={styles.title}>
        Records
      </h2>
      <dl className={styles.records}>
        {streak.months > 1 && (
          <div>
            <dt>Longest streak</dt>
            <dd>
              <a href={`${path}?awarded=${streak.from}..${streak.to}${LIST_ANCHOR}`}>
                {streak.months} months
              </a>
              <span>{formatPeriod(`${streak.from}..${streak.to}`)}</span>
            </dd>
          </div>
        )}
        <div>
          <dt>First year</dt>
          <dd>
            <a href={`${path}/year/${firstYear.year}`}>{firstYear.year}</a>
            <span>{pluralize(firstYear.awards, "award")}</span>
          </dd>
        </div>
        {fastestYear.year !== firstYear.year && (
          <div>
            <dt>Fastest year</dt>
            <dd>
              <a href={`${path}/year/${fastestYear.year}`}>{fastestYear.year}</a>
              <span>{pluralize(fastestYear.awards, "award")}</span>
            </dd>
          </div>
        )}
      </dl>
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
        games={games.map(({ gameId, title, possible, missing }) => ({
          gameId,
          title,
          about: `${formatPercent((possible - missing) / possible)}, ${missing} to go`,
        }))}
        gameBase={gameBase}
      />
    </>
  );
}
