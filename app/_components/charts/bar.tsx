import type { Counts } from "@/lib/progress/counts";
import styles from "./bar.module.css";

/** What a part of a bar can stand for: an award kind, no award, or just a number. */
export type BarKind = Exclude<keyof Counts, "played"> | "number";

/** Games that a bar of full length stands for, at least: few games are not made to look like many. */
export const FULL_BAR = 10;

interface BarProps {
  /** Of the longest bar in the table, from 0 to 1. */
  length: number;
  /** Parts from the left, as long as their counts are large; those of 0 are left out. */
  parts: { kind: BarKind; count: number }[];
  /** What it says in words, to all; without, a number beside it says the same. */
  label?: string;
}

/** One bar of a table. However short a part is, it is there to be seen. */
export function Bar({ length, parts, label }: BarProps) {
  return (
    <div
      className={styles.bar}
      style={{ width: `${Math.round(length * 1000) / 10}%` }}
      {...(label && { role: "img", title: label })}
    >
      {parts.map(
        ({ kind, count }) =>
          count > 0 && <i key={kind} className={styles[kind]} style={{ flex: count }} />,
      )}
    </div>
  );
}
