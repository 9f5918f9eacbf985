import { useEffect, useLayoutEffect, useRef } from "react";
import type { Game } from "@/lib/players/player";
import { afterFrame } from "./after-frame";
import styles from "./game-list.module.css";
import { gameRow } from "./game-row";

/** What is drawn at once: as many as a screen shows. */
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
 * The rows of a page. The browser keeps the server's as they are. A list that was just chosen begins
 * with the rows that can be seen, and the rest follows a few at a time: no key stroke waits for rows
 * below the screen, neither to come nor to go. A list that changes without a choice, because there is
 * something new, is drawn whole.
 *
 *     choice ──► first rows drawn, the old list hidden ──► frame ──► it goes, 15 more ──► frame ──► …
 */
export function GameRows({ games, choice, start, mediaBase }: GameRowsProps) {
  const element = useRef<HTMLDivElement>(null);
  const drawnFor = useRef<unknown>(undefined);
  const height = useRef(0);
  const rows = (from: number, to: number) =>
    games
      .slice(from, to)
      .map((game) => gameRow(game, mediaBase))
      .join("");
  const shelf = (count: number) =>
    `<ol class="${styles.shelf}" aria-label="Games" start="${start}">${rows(0, count)}</ol>`;
  const draw = useRef({ rows, shelf });

  useLayoutEffect(() => {
    draw.current = { rows, shelf };
  });

  // Asked for when it is needed, the height would have to be computed just then.
  useEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => {
      height.current = entry?.contentRect.height ?? 0;
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => {
    const box = element.current;
    if (!box) return;
    const isOfServer = drawnFor.current === undefined && box.childElementCount > 0;
    const isAnswer = drawnFor.current !== choice;
    drawnFor.current = choice;
    if (isOfServer) return;
    const { rows, shelf } = draw.current;
    if (!isAnswer) {
      box.innerHTML = shelf(games.length);
      box.style.minHeight = "";
      return;
    }
    // What stands below keeps its place until the list is whole, and so need not be drawn again.
    box.style.minHeight = `${height.current}px`;
    for (const old of box.children) old.setAttribute("hidden", "");
    box.insertAdjacentHTML("afterbegin", shelf(FIRST));
    const list = box.firstElementChild;
    let count = FIRST;
    let callOff = afterFrame(function more() {
      while (box.lastElementChild !== list) box.lastElementChild?.remove();
      list?.insertAdjacentHTML("beforeend", rows(count, count + STEP));
      count += STEP;
      if (count < games.length) callOff = afterFrame(more);
      else box.style.minHeight = "";
    });
    return () => callOff();
  }, [games, choice]);

  return (
    <div
      ref={element}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by gameRow, which escapes text
      dangerouslySetInnerHTML={{ __html: typeof window === "undefined" ? shelf(games.length) : "" }}
    />
  );
}
