import type { ReactNode } from "react";
import type { GameBases } from "@/app/_components/games/game-link";
import type { YearReview } from "@/lib/progress/year-review";
import styles from "./chapter.module.css";

/** The data of the chapters of a year. */
export interface YearProps extends GameBases {
  review: YearReview;
  /** Of the player's overview. */
  path: string;
}

interface ChapterProps {
  /** Of the heading. */
  id: string;
  title: string;
  /** Colour of its figures. */
  accent: "gold" | "silver" | "felt";
  /** Whether it is on dark felt, like the shelf. */
  isLit?: boolean;
  children: ReactNode;
}

/** A part of a year's story: a small heading and a statement in large letters. */
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

/** The statement of a chapter, in large letters. */
export function Statement({ children }: { children: ReactNode }) {
  return <p className={styles.statement}>{children}</p>;
}

/** A remark below it, in small letters. */
export function Aside({ children }: { children: ReactNode }) {
  return <p className={styles.aside}>{children}</p>;
}
