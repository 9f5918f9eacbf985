"use client";

import { type ReactNode, useEffect, useState } from "react";
import styles from "./try-again.module.css";

interface TryAgainProps {
  /** Between two tries. */
  seconds: number;
  /** What leads there at once. */
  children: ReactNode;
}

/**
 * Loads the page again after so many seconds, and says so. It waits while somebody types a name, and ends
 * for good when asked to: a page that goes away under its reader is none for those who read slowly.
 */
export function TryAgain({ seconds, children }: TryAgainProps) {
  const [isOn, setOn] = useState(true);
  useEffect(() => {
    if (!isOn) return;
    const timer = setInterval(() => {
      if (!document.activeElement?.matches("input")) location.reload();
    }, seconds * 1000);
    return () => clearInterval(timer);
  }, [isOn, seconds]);
  return (
    <>
      <span role="status">
        {isOn
          ? `This page tries again by itself every ${seconds} seconds.`
          : "This page does not try again by itself now."}
      </span>{" "}
      {children}
      <button type="button" className={styles.stop} onClick={() => setOn(!isOn)}>
        {isOn ? "Stop trying" : "Go on trying"}
      </button>
    </>
  );
}
