import type { Metadata } from "next";
import { env } from "@/lib/env";

/** The card that a link unfolds to. */
interface SharedCard {
  /** The name of its file, without its ending. */
  file: string;
  /** Of the picture, in pixels. */
  width: number;
  height: number;
}

/** What most links unfold to. */
const SHARE: SharedCard = { file: "share", width: 1200, height: 630 };

/**
 * What a link to a player's page unfolds to elsewhere: a title, a sentence, and the player's card.
 *
 * @param search of a list's page: its card counts the games of the list, as the page does; empty for all games
 */
export function shareMetadata(
  name: string,
  title: string,
  description: string,
  search = "",
  { file, width, height }: SharedCard = SHARE,
): Metadata {
  const { SITE_URL } = env();
  // Who unfolds a link wants an absolute URL; a page that is made ahead has only a configured one.
  const images = SITE_URL
    ? [
        {
          url: `${SITE_URL}/user/${name}/cards/${file}.png${search}`,
          width,
          height,
          alt: `${name} on RetroAchievements`,
        },
      ]
    : [];
  return {
    openGraph: { type: "profile", siteName: "Longplay", title, description, images },
    twitter: { card: SITE_URL ? "summary_large_image" : "summary", title, description, images },
  };
}
