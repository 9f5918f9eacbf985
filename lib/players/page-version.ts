import "server-only";
import type { Library } from "@/lib/views/library";

/**
 * The path segment of one version of a player's page: whose it is, when RA was asked, and whether RA
 * has failed to answer since. The same segment always means the same page, so Next can keep it. It
 * names the player by ULID, since a name may be another's by the time the page is rendered.
 */
export function pageVersion({ player, refreshError }: Library): string {
  const answering = refreshError === null ? "" : ".unanswered";
  return `${player.profile.ulid}@${player.checkedAt.toString(36)}${answering}`;
}

/** What a segment made by {@link pageVersion} names. */
export interface PageVersion {
  ulid: string;
  /** When RA was asked, in epoch milliseconds. */
  checkedAt: number;
  /** Whether RA has failed to answer since. */
  isUnanswered: boolean;
}

/** Reads a segment made by {@link pageVersion}. */
export function parsePageVersion(segment: string): PageVersion {
  const [ulid = "", state = ""] = decodeURIComponent(segment).split("@");
  const [checkedAt = "", unanswered] = state.split(".");
  return {
    ulid,
    checkedAt: Number.parseInt(checkedAt, 36),
    isUnanswered: unanswered !== undefined,
  };
}
