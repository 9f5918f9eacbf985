import type { Metadata } from "next";
import { shareMetadata } from "@/lib/http/share-metadata";
import { loadPageVersion } from "@/lib/players/load-player";

/**
 * A player's page in the words of search engines and link previews.
 *
 * @param version of the page, as the proxy names it
 * @throws UpstreamError
 */
export async function playerMetadata(version: string): Promise<Metadata> {
  const { player } = await loadPageVersion(version);
  const { name } = player.profile;
  const description = `The RetroAchievements completion progress of ${name}: every game played, beaten, completed and mastered.`;
  return { title: name, description, ...shareMetadata(name, name, description) };
}
