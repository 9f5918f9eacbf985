"use client";

import { type Theme, useChosenTheme } from "./chosen-theme";
import styles from "./theme-switch.module.css";

const NEXT: Record<Theme, Theme> = { system: "light", light: "dark", dark: "system" };
const LABELS: Record<Theme, string> = {
  system: "as the system",
  light: "light",
  dark: "dark",
};

/**
 * Turns the colours from the system's to light, to dark, and back, and remembers. What was chosen is
 * put on the page before it is painted, by the script in the head; this only changes it.
 */
export function ThemeSwitch() {
  const theme = useChosenTheme();

  function turn() {
    const next = NEXT[theme];
    const root = document.documentElement;
    if (next === "system") delete root.dataset.theme;
    else root.dataset.theme = next;
    try {
      localStorage.setItem("theme", next);
    } catch {
      // Without storage the choice lasts as long as the page.
    }
  }

  return (
    <button
      type="button"
      className={styles.switch}
      onClick={turn}
      title={`Colours: ${LABELS[theme]}`}
      aria-label={`Colours: ${LABELS[theme]}`}
    >
      <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
        {theme === "dark" ? (
          <path d="M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5Z" fill="currentColor" />
        ) : (
          <>
            <circle cx="12" cy="12" r="8" fill="none" stroke="currentColor" strokeWidth="2" />
            {theme === "light" ? (
              <circle cx="12" cy="12" r="4" fill="currentColor" />
            ) : (
              <path d="M12 4a8 8 0 0 1 0 16Z" fill="currentColor" />
            )}
          </>
        )}
      </svg>
    </button>
  );
}
