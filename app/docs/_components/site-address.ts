"use client";

import { useSyncExternalStore } from "react";

const neverChanges = () => () => undefined;

/**
 * A text with the origin of the reader's browser in place of the placeholder.
 *
 * @param placeholder the text to replace, if the owner has set no URL; null: replace nothing
 */
export function useSiteAddress(text: string, placeholder: string | null): string {
  return useSyncExternalStore(
    neverChanges,
    () => (placeholder === null ? text : text.replaceAll(placeholder, location.origin)),
    () => text,
  );
}
