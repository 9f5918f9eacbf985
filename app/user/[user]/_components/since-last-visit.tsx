"use client";

import { useEffect, useState } from "react";
import styles from "./recent-activity.module.css";
import type { NewsSince, PageView } from "./visits";

/**
 * What this browser knows of its last visit to a player; null without one, and until that is known: the code for it
 * comes when the page is alive.
 */
function useLastVisit<Result>(
  ulid: string,
  newest: string,
  derive: (visits: typeof import("./visits"), view: PageView) => Result,
): Result | null {
  const [result, setResult] = useState<Result | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: computed once, from what the page came with
  useEffect(() => {
    import("./visits").then(
      (visits) => {
        const view = visits.previousVisit(ulid, newest);
        if (view) setResult(derive(visits, view));
      },
      () => undefined,
    );
  }, [ulid, newest]);
  return result;
}

interface SinceLastVisitProps {
  ulid: string;
  /** The last days with something in them, the newest first, as `packDay` writes them. */
  days: string[];
  /** The first day that this page covers: `2026-10-24`. */
  from: string;
  /** What stands here as long as no visit is known, and without JavaScript. */
  otherwise: string;
}

/** How much happened since this browser was here before. */
export function SinceLastVisit({ ulid, days, from, otherwise }: SinceLastVisitProps) {
  const news = useLastVisit<NewsSince>(ulid, days[0] ?? "", (visits, view) =>
    visits.newsSince(view, days, from, Date.now()),
  );
  if (!news) return <p className={styles.lead}>{otherwise}</p>;
  return (
    <p className={styles.lead}>
      Since your last visit, {news.ago}: <strong>{news.words}</strong>
    </p>
  );
}

interface NewMarkProps {
  ulid: string;
  /** A day and the newest one, as `packDay` writes them. */
  day: string;
  newest: string;
}

/** Marks a day with something in it that this browser has not seen. */
export function NewMark({ ulid, day, newest }: NewMarkProps) {
  const isNew = useLastVisit(ulid, newest, (visits, view) => visits.isNew(view, day));
  return isNew ? <span className={styles.new}>New</span> : null;
}
