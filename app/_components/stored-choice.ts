"use client";

import { useCallback, useSyncExternalStore } from "react";

const listeners = new Set<() => void>();
/** What was chosen on this page, for browsers that keep nothing. */
const chosen = new Map<string, string>();

function read(key: string): string {
  const own = chosen.get(key);
  if (own !== undefined) return own;
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A choice that all parts of the page share, and that is remembered for the next visit; empty before one. */
export function useStoredChoice(key: string): [value: string, choose: (value: string) => void] {
  const value = useSyncExternalStore(
    subscribe,
    () => read(key),
    () => "",
  );
  const choose = useCallback(
    (next: string) => {
      chosen.set(key, next);
      try {
        localStorage.setItem(key, next);
      } catch {
        // Without storage the choice lasts as long as the page.
      }
      for (const listener of listeners) listener();
    },
    [key],
  );
  return [value, choose];
}
