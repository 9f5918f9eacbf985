import { useEffect, useLayoutEffect, useRef } from "react";
import type { Game } from "@/lib/domain/player";
import { afterFrame } from "./after-frame";
import styles from "./game-list.module.css";
import { gameRow } from "./game-row";

/** What is drawn at once: as many as a screen shows. */
const FIRST = 8;
const STEP = 15;

interface GameRowsProps {
  games: Game[];
  /** What the reader chose, as the search of a URL. */
  choice: string;
  /** Number of the first row. */
  start: number;
  mediaBase: string;
}

/**
 * The rows of a page. A list that was just chosen begins with the rows that can be seen, and the rest
 * follows a few at a time: no key stroke waits for rows below the screen, neither to come nor to go.
 *
 *     choice ──► first rows drawn, the old list hidden ──► frame ──► it goes, 15 more ──► frame ──► …
 *
 * A list that changes without a choice, because there is something new, keeps every row that says
 * what it said: somebody may be reading it.
 */
export function GameRows({ games, choice, start, mediaBase }: GameRowsProps) {
  const element = useRef<HTMLDivElement>(null);
  /** What the list shows or is being drawn for; the server's to begin with. */
  const drawn = useRef<{ games: Game[]; choice: string } | undefined>(undefined);
  const height = useRef(0);
  const row = (game: Game) => gameRow(game, mediaBase);
  const shelf = (games: Game[]) =>
    `<ol class="${styles.shelf}" aria-label="Games" start="${start}">${games.map(row).join("")}</ol>`;
  const draw = useRef({ row, shelf });

  useLayoutEffect(() => {
    draw.current = { row, shelf };
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
    const before = drawn.current;
    drawn.current = { games, choice };
    if (!before && box.childElementCount > 0) return;
    const { row, shelf } = draw.current;
    const newest = box.firstElementChild;
    if (newest && before && before.choice === choice) {
      while (box.lastElementChild !== newest) box.lastElementChild?.remove();
      renew(newest, before.games.map(row), games.map(row));
      box.style.minHeight = "";
      return;
    }
    // What stands below keeps its place until the list is whole, and so need not be drawn again.
    box.style.minHeight = `${height.current}px`;
    for (const old of box.children) old.setAttribute("hidden", "");
    box.insertAdjacentHTML("afterbegin", shelf(games.slice(0, FIRST)));
    const list = box.firstElementChild;
    let count = FIRST;
    let cancel = afterFrame(function more() {
      while (box.lastElementChild !== list) box.lastElementChild?.remove();
      const next = games.slice(count, count + STEP);
      list?.insertAdjacentHTML("beforeend", next.map(row).join(""));
      count += STEP;
      if (count < games.length) cancel = afterFrame(more);
      else box.style.minHeight = "";
    });
    return () => cancel();
  }, [games, choice]);

  return (
    <div
      ref={element}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by gameRow, which escapes text
      dangerouslySetInnerHTML={{ __html: typeof window === "undefined" ? shelf(games) : "" }}
    />
  );
}

/** Makes a list whose rows were drawn from `before`, as far as it was drawn, one of the rows `now`. */
function renew(list: Element, before: string[], now: string[]): void {
  while (list.childElementCount > now.length) list.lastElementChild?.remove();
  const drawn = list.childElementCount;
  for (let i = 0; i < drawn; i++) {
    const row = list.children[i];
    if (row && now[i] !== before[i]) row.outerHTML = now[i] ?? "";
  }
  list.insertAdjacentHTML("beforeend", now.slice(drawn).join(""));
}
