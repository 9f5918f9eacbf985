/** The time zone that the reader chose, in `localStorage`; what this tab is about to do with it, in `sessionStorage`. */
const KEY = "zone";

/**
 * Runs before anything of a page with days is shown: a page whose address names no time zone gives way to the same page in
 * the one that the reader chose. A tab that was sent on once and comes back without one stays: so it cannot go round.
 */
export const STORED_ZONE_SCRIPT = `try{const t=localStorage.getItem("${KEY}"),s=sessionStorage,u=new URL(location);if(s.${KEY}==="sent")delete s.${KEY};else if(t&&!s.${KEY}&&!u.searchParams.get("tz")){s.${KEY}="sent";document.documentElement.hidden=1;u.searchParams.set("tz",t);location.replace(u)}}catch{}`;

/** Notes that the reader chooses a time zone: the page that shows it remembers it, by {@link settleChoice}. */
export function noteChoice(): void {
  try {
    sessionStorage.setItem(KEY, "chosen");
  } catch {
    // Without storage the choice is in the address alone.
  }
}

/** Remembers the time zone of this page if the reader has just chosen it. @param zone null for an unknown one */
export function settleChoice(zone: string | null): void {
  try {
    if (sessionStorage.getItem(KEY) !== "chosen") return;
    sessionStorage.removeItem(KEY);
    if (zone === "UTC") localStorage.removeItem(KEY);
    else if (zone !== null) localStorage.setItem(KEY, zone);
  } catch {
    // As above.
  }
}
