import type { MouseEvent } from "react";

/** The link of this site that a click would follow in this tab; null for all other clicks. */
export function plainlyClicked(event: MouseEvent): HTMLAnchorElement | null {
  const isPlain =
    event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  return isPlain && link?.origin === location.origin ? link : null;
}
