import "server-only";
import { createHash } from "node:crypto";
import type { Library } from "@/lib/views/library";
import { playerSources, type View } from "./sources";

/** Digits of a hash that tell the data of one player's view apart. */
const DATA_DIGITS = 16;

/**
 * The revision of what a view shows of a player: it changes whenever the player, or a source that the view shows,
 * does. It is the version of a page, in its path and so its ETag, and a part of the key of every cached response.
 *
 *     01JULID…@m2x9k1 [.unanswered] [.data]
 *
 * It names the player by ULID, since the name may be another player's by the time that the page is rendered; when RA
 * was asked; whether RA has failed to answer since; and the data that the view shows.
 *
 * @param shown revisions of data that the view has loaded itself, such as a part of the history
 */
export async function viewRevision(
  view: View,
  { player, refreshError }: Library,
  shown: readonly string[] = [],
): Promise<string> {
  const sources = playerSources.filter(({ views }) => views.includes(view));
  const revisions = await Promise.all(
    sources.map(async ({ name, revision }) => [name, await revision(player)]),
  );
  const answering = refreshError === null ? "" : ".unanswered";
  const data = revisions.length + shown.length === 0 ? "" : `.${digest([revisions, shown])}`;
  return `${player.profile.ulid}@${player.checkedAt.toString(36)}${answering}${data}`;
}

/**
 * Whether a page is not the version that its path names: a source that was known when the proxy answered could not be read
 * in time by the page, or has changed since.
 *
 * @param version a path segment, as Next hands it on
 */
export async function isOtherVersion(
  version: string,
  ...viewed: Parameters<typeof viewRevision>
): Promise<boolean> {
  return (await viewRevision(...viewed)) !== decodeURIComponent(version);
}

function digest(data: unknown): string {
  return createHash("sha256").update(JSON.stringify(data)).digest("hex").slice(0, DATA_DIGITS);
}
