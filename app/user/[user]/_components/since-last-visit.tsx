"use client";

import { useEffect, useState } from "react";
import styles from "./recent-activity.module.css";
import type { NewsSince, PageView } from "./visits";

/**
 * What `derive` makes of this browser's last visit to a player; null without one, and until its code is loaded after
 * hydration.
 */
function useLastVisit<Result>(
  ulid: string,
  newest: string,
  derive: (visits: typeof import("./visits"), view: PageView) => Result,
): Result | null {
  const [result, setResult] = useState<Result | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: computed once, from the props of the first render
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
  /** The newest days with events, the newest first, as `packDay` writes them. */
  days: string[];
  /** The first day that this page covers: `2026-10-24`. */
  from: string;
  /** Shown without an earlier visit, and without JavaScript. */
  otherwise: string;
}

/** Sums of events since this browser's last visit. */
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

/** Marks a day with events that this browser has not seen. */
export function NewMark({ ulid, day, newest }: NewMarkProps) {
  const isNew = useLastVisit(ulid, newest, (visits, view) => visits.isNew(view, day));
  return isNew ? <span className={styles.new}>New</span> : null;
}
