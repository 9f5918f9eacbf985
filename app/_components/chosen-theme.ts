import { useSyncExternalStore } from "react";

/** The colours of the page: the reader's choice, or the system's. */
export type Theme = "system" | "light" | "dark";

/**
 * The theme that the reader chose, from before the first paint (theme-script.ts) or since. The server and the first
 * render know of none: "system".
 */
export function useChosenTheme(): Theme {
  return useSyncExternalStore(subscribe, chosenTheme, () => "system");
}

function chosenTheme(): Theme {
  const { theme } = document.documentElement.dataset;
  return theme === "light" || theme === "dark" ? theme : "system";
}

function subscribe(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => observer.disconnect();
}
