"use client";

import { useSyncExternalStore } from "react";

const neverChanges = () => () => undefined;

/**
 * A text with the address that its reader's browser is at, in place of what stands for it where the owner
 * has set none.
 *
 * @param placeholder what stands for the address; null: the text is right as it is
 */
export function useSiteAddress(text: string, placeholder: string | null): string {
  return useSyncExternalStore(
    neverChanges,
    () => (placeholder === null ? text : text.replaceAll(placeholder, location.origin)),
    () => text,
  );
}
