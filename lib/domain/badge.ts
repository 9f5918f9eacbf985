/** What a badge is for. */
export const BADGE_KINDS = ["event", "site"] as const;

/** A badge of an event or of the site, as views show it. */
export interface Badge {
  kind: (typeof BADGE_KINDS)[number];
  /** Of the event, or what the site awards it for. */
  title: string;
  /** Path below the media base; null if it has no picture. */
  iconPath: string | null;
  /** In epoch seconds. */
  at: number;
}
