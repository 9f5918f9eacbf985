import { memo } from "react";
import { formatNumber, formatPercent } from "@/lib/format";
import type { Overview, Suggestion } from "@/lib/progress/overview";
import { formatPeriod } from "@/lib/progress/period";
import { GameTitle } from "./game-title";
import styles from "./suggestions.module.css";

interface SuggestionsProps {
  overview: Overview;
  path: string;
}

/** What is worth coming back for, and what was achieved so far. */
export const Suggestions = memo(function Suggestions({ overview, path }: SuggestionsProps) {
  const { almostThere, staleGold, streak, firstYear, fastestYear } = overview;
  if (almostThere.length === 0 && staleGold.length === 0 && !firstYear) return null;
  return (
    <section aria-labelledby="suggestions">
      <h2 id="suggestions" className={styles.title}>
        Worth coming back for
      </h2>
      <GameSuggestions
        title="Almost there"
        games={almostThere}
        href={`${path}?status=missing-unlocks&sort=pct_won`}
      />
      <GameSuggestions title="Stale gold" games={staleGold} href={`${path}?status=eq-revised`} />
      {streak && firstYear && fastestYear && (
        <dl className={styles.records}>
          <div>
            <dt>Longest streak</dt>
            <dd>
              <a href={`${path}?awarded=${streak.from}..${streak.to}`}>
                {streak.months === 1 ? "1 month" : `${streak.months} months`}
              </a>
              <span>{formatPeriod(`${streak.from}..${streak.to}`)}</span>
            </dd>
          </div>
          <div>
            <dt>First year</dt>
            <dd>
              <a href={`${path}?awarded=${firstYear.year}`}>{firstYear.year}</a>
              <span>{awards(firstYear.awards)}</span>
            </dd>
          </div>
          <div>
            <dt>Fastest year</dt>
            <dd>
              <a href={`${path}?awarded=${fastestYear.year}`}>{fastestYear.year}</a>
              <span>{awards(fastestYear.awards)}</span>
            </dd>
          </div>
        </dl>
      )}
    </section>
  );
});

function awards(count: number): string {
  return `${formatNumber(count)} ${count === 1 ? "award" : "awards"}`;
}

function GameSuggestions({
  title,
  games,
  href,
}: {
  title: string;
  games: Suggestion[];
  href: string;
}) {
  if (games.length === 0) return null;
  return (
    <>
      <h3 className={styles.heading}>
        <a href={href}>{title}</a>
      </h3>
      <ul className={styles.games}>
        {games.map(({ gameId, title, won, missing }) => (
          <li key={gameId}>
            <span>
              <GameTitle title={title} />
            </span>
            <span className={styles.missing}>
              {formatPercent(won)}, {missing} to go
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
