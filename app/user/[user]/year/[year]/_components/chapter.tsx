import type { ReactNode } from "react";
import type { GameBases } from "@/app/_components/games/game-link";
import type { YearReview } from "@/lib/progress/year-review";
import styles from "./chapter.module.css";

/** What the chapters of a year are made from. */
export interface YearProps extends GameBases {
  review: YearReview;
  /** Of the player's page. */
  path: string;
}

interface ChapterProps {
  /** Of the heading. */
  id: string;
  title: string;
  /** What its figures are drawn in. */
  accent: "gold" | "silver" | "felt";
  /** Whether it stands in the dark, as the shelf does. */
  isLit?: boolean;
  children: ReactNode;
}

/** A part of a year's story: a quiet heading, and a statement in large letters. */
export function Chapter({ id, title, accent, isLit = false, children }: ChapterProps) {
  return (
    <section
      aria-labelledby={id}
      className={`${styles.chapter} ${styles[accent]} ${isLit ? styles.lit : ""}`}
    >
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      {children}
    </section>
  );
}

/** What a chapter says in large letters. */
export function Statement({ children }: { children: ReactNode }) {
  return <p className={styles.statement}>{children}</p>;
}

/** What stands below it in small ones. */
export function Aside({ children }: { children: ReactNode }) {
  return <p className={styles.aside}>{children}</p>;
}
