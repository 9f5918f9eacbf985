import { type ReactNode, useDeferredValue, useEffect, useState } from "react";
import styles from "./game-rows.module.css";

/** What is drawn at once: as many as a screen shows. */
const FIRST = 8;
/** When all rows are laid out after a choice: typing must not wait for rows below the screen. */
const LAY_OUT_AFTER_MS = 400;

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
 * the others, which follow as soon as the browser has nothing more urgent to do: no key stroke waits
 * for rows below the screen. A list that changes without a choice, because there is something new,
 * stays whole: a reader may be in it. A moment after a choice, the rows below the screen are laid
 * out too, so that a screenshot of the whole page has them.
 */
export function GameRows<Game>({ games, choice, start, row }: GameRowsProps<Game>) {
  const isSettled = useDeferredValue(choice) === choice;
  const isFresh = useIsFresh(choice);
  const shown = isSettled ? games : games.slice(0, FIRST);
  return (
    <ol
      className={isFresh ? `${styles.list} ${styles.fresh}` : styles.list}
      aria-label="Games"
      start={start}
      style={isSettled ? undefined : { "--rows": games.length }}
    >
      {shown.map(row)}
    </ol>
  );
}

/** Whether a choice was made just now. The list that a page comes with is not a choice. */
function useIsFresh(choice: string): boolean {
  const [laidOut, setLaidOut] = useState(choice);
  useEffect(() => {
    const timer = setTimeout(() => setLaidOut(choice), LAY_OUT_AFTER_MS);
    return () => clearTimeout(timer);
  }, [choice]);
  return laidOut !== choice;
}
