import type { Metadata } from "next";
import { env } from "@/lib/env";

/** The card in the preview of most links: its file name without extension, and its size in pixels. */
const SHARE = { file: "share", width: 1200, height: 630 };

/**
 * The link preview of a player's page (Open Graph, Twitter): a title, a sentence, and the player's card.
 *
 * @param search the query of a list's page: its card counts the games of that list; empty for all games
 */
export function shareMetadata(
  name: string,
  title: string,
  description: string,
  search = "",
  { file, width, height } = SHARE,
): Metadata {
  const { SITE_URL } = env();
  // Previews need an absolute URL, and a static page knows only a configured one.
  const url = `${SITE_URL}/user/${name}/cards/${file}.png${search}`;
  const alt = `${name} on RetroAchievements`;
  const images = SITE_URL ? [{ url, width, height, alt }] : [];
  return {
    openGraph: { type: "profile", siteName: "Longplay", title, description, images },
    twitter: { card: SITE_URL ? "summary_large_image" : "summary", title, description, images },
  };
}
