import { memo, useEffect, useState } from "react";
import type { Game } from "@/lib/players/player";
import { PAGE_SIZE } from "@/lib/progress/list-query";
import styles from "./game-list.module.css";
import { GameRow } from "./game-row";

/** What is drawn at once: as many as a screen shows. `.behind` in the style sheet knows it too. */
const FIRST = 8;
const STEP = 15;

interface GameRowsProps {
  games: Game[];
  /** Changes with every choice that the reader makes. */
  choice: unknown;
  /** Number of the first row. */
  start: number;
  mediaBase: string;
}

/**
 * The rows of a page. A list that was just chosen begins with those that can be seen, and the rest
 * follows a few at a time: no key stroke waits for rows below the screen, neither to come nor to go.
 * The list that the page came with is drawn whole, and so is one that changes without a choice.
 *
 *     choice ──► first rows drawn, the old rest hidden ──► frame ──► 15 more ──► frame ──► …
 */
export function GameRows({ games, choice, start, mediaBase }: GameRowsProps) {
  const [drawn, setDrawn] = useState({ choice, games, count: PAGE_SIZE });
  const isBehind = drawn.choice !== choice;
  const isWhole = !isBehind && drawn.count >= games.length;

  useEffect(() => {
    if (isWhole) return;
    const count = (isBehind ? FIRST : drawn.count) + STEP;
    let timer: ReturnType<typeof setTimeout>;
    // In a task of its own after the frame that shows what is there.
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setDrawn({ choice, games, count }));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [choice, games, isBehind, isWhole, drawn]);

  const rest = isBehind ? drawn.games : games;
  return (
    <ol
      className={`${styles.shelf} ${isBehind ? styles.behind : ""}`}
      aria-label="Games"
      start={start}
    >
      {games.slice(0, FIRST).map((game) => (
        <GameRow key={game.id} game={game} mediaBase={mediaBase} />
      ))}
      <Rest games={rest} count={drawn.count} mediaBase={mediaBase} />
    </ol>
  );
}

/** The rows after the first ones. Memoised: while they are behind, they cost nothing. */
const Rest = memo(function Rest({
  games,
  count,
  mediaBase,
}: {
  games: Game[];
  count: number;
  mediaBase: string;
}) {
  return games
    .slice(FIRST, count)
    .map((game) => <GameRow key={game.id} game={game} mediaBase={mediaBase} />);
});
