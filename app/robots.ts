import type { MetadataRoute } from "next";
import { siteUrl } from "@/lib/http/site-url";

/** The address is a setting of the running site, which a build does not know. */
export const dynamic = "force-dynamic";

/** What makes the preview of a link that somebody has posted. */
const LINK_PREVIEWS = [
  "Twitterbot",
  "facebookexternalhit",
  "LinkedInBot",
  "Slackbot-LinkExpanding",
  "Discordbot",
  "TelegramBot",
];
const FOR_PROGRAMS = ["/api/", "/API/"];
const WITHOUT_END = ["/*?*day=", "/*?*tz="];

/**
 * Crawlers may read every player's pages but those of games, since a player has a thousand and each costs a call to RA,
 * and not once for each day and time zone. The APIs are for programs.
 */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: [
      { userAgent: "*", allow: "/", disallow: [...FOR_PROGRAMS, ...WITHOUT_END, "/user/*/game/"] },
      { userAgent: LINK_PREVIEWS, allow: "/", disallow: [...FOR_PROGRAMS, ...WITHOUT_END] },
    ],
    sitemap: `${siteUrl()}/sitemap.xml`,
  };
}
