"use client";

import { useEffect, useState } from "react";
import { formatMoment, formatTimeAgo } from "@/lib/format";
import styles from "./checked-at.module.css";

interface CheckedAtProps {
  /** When RA was asked, in epoch milliseconds. */
  at: number;
  /** RA has given no answer since, for whatever reason. */
  unanswered: boolean;
  /** The player, where several are compared. */
  who?: string | undefined;
}

/**
 * How old the data is. The server writes the moment, which stays true however long its page is kept;
 * the browser shows how long ago that is, and keeps counting.
 */
export function CheckedAt({ at, unanswered, who }: CheckedAtProps) {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 15_000);
    return () => clearInterval(timer);
  }, []);

  const when = now === null ? formatMoment(at) : formatTimeAgo(at, Math.max(now, at));
  return (
    <p className={unanswered ? styles.unanswered : styles.checked}>
      {unanswered &&
        `The last refresh${who ? ` of ${who}` : ""} failed, so this may be out of date. `}
      {who ? `${who} checked ` : "Checked "}
      <time
        className={styles.moment}
        dateTime={new Date(at).toISOString()}
        title={formatMoment(at)}
      >
        {when}
      </time>
    </p>
  );
}
