import type { LoadedPlayer } from "./load-player";

/**
 * The path segment of one version of a player's page: whose it is, when RA was asked, and whether RA
 * has failed to answer since. The same segment always means the same page, so Next can keep it. It
 * names the player by ULID, since a name may be another's by the time the page is rendered.
 */
export function pageVersion({ player, refreshError }: LoadedPlayer): string {
  const answering = refreshError === null ? "" : ".unanswered";
  return `${player.profile.ulid}@${player.checkedAt.toString(36)}${answering}`;
}

/** Whose page a segment made by {@link pageVersion} is, and whether RA was answering. */
export function parsePageVersion(segment: string): { ulid: string; unanswered: boolean } {
  const text = decodeURIComponent(segment);
  return { ulid: text.split("@")[0] ?? "", unanswered: text.endsWith(".unanswered") };
}
