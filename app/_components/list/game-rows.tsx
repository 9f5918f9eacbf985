import { type ReactNode, startTransition, useEffect, useState } from "react";
import styles from "./game-rows.module.css";

/** What is drawn at once: as many as a screen shows. */
const FIRST = 8;
/** How many rows follow at a time: a key stroke waits for no more. */
const STEP = 24;

interface GameRowsProps<Game> {
  /** A page of them, in their order. */
  games: Game[];
  /** What the reader chose: a list of another choice is another list, not a newer state of this one. */
  choice: string;
  /** Number of the first row. */
  start: number;
  /** How a game looks: a list item with the game's id as its key. */
  row: (game: Game) => ReactNode;
}

/**
 * The rows of a page. A list that was just chosen begins with the rows that can be seen, with room for
 * the others. Those follow a few at a time, as soon as the browser has nothing more urgent to do. A list
 * that changes without a choice, because there is something new, stays whole: a reader may be in it.
 */
export function GameRows<Game>({ games, choice, start, row }: GameRowsProps<Game>) {
  const count = useRowCount(choice, games.length);
  return (
    <ol
      className={styles.list}
      aria-label="Games"
      start={start}
      style={count < games.length ? roomFor(games.length) : undefined}
    >
      {games.slice(0, count).map(row)}
    </ol>
  );
}

/** Room for some rows. Not by a custom property: rows inherit it, so each change recalculates all their styles. */
function roomFor(rows: number) {
  return { minHeight: `calc(${rows} * var(--row-height))` };
}

/** How many rows are drawn by now. The list that a page comes with is whole. */
function useRowCount(choice: string, all: number): number {
  const [drawn, setDrawn] = useState({ choice, count: Number.POSITIVE_INFINITY });
  const count = drawn.choice === choice ? drawn.count : FIRST;
  useEffect(() => {
    if (count === Number.POSITIVE_INFINITY) return;
    const next = count + STEP < all ? count + STEP : Number.POSITIVE_INFINITY;
    startTransition(() => setDrawn({ choice, count: next }));
  }, [choice, count, all]);
  return count;
}
