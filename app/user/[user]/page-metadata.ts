import type { Metadata } from "next";
import { shareMetadata } from "@/lib/http/share-metadata";
import { loadPageVersion } from "@/lib/players/load-player";

/** Of a page that search engines leave out, though they may follow its links. */
export const NOT_INDEXED = { robots: { index: false, follow: true } } satisfies Metadata;

/**
 * A player's overview in the words of search engines and link previews.
 *
 * @param version of the page, as the proxy names it
 * @throws UpstreamError
 */
export function overviewMetadata(version: string): Promise<Metadata> {
  return metadata(
    version,
    (name) => name,
    (name) =>
      `${name} on RetroAchievements: masteries, recent activity, progress over time and milestones.`,
  );
}

/**
 * A player's Completion Progress page in those words.
 *
 * @param version of the page, as the proxy names it
 * @throws UpstreamError
 */
export function progressMetadata(version: string): Promise<Metadata> {
  return metadata(
    version,
    (name) => `${name}: completion progress`,
    (name) =>
      `The RetroAchievements completion progress of ${name}: every game played, beaten, completed and mastered.`,
  );
}

async function metadata(
  version: string,
  titleOf: (name: string) => string,
  descriptionOf: (name: string) => string,
): Promise<Metadata> {
  const { player } = await loadPageVersion(version);
  const { name } = player.profile;
  const title = titleOf(name);
  const description = descriptionOf(name);
  return { title, description, ...shareMetadata(name, title, description) };
}
