import type { MetadataRoute } from "next";
import { siteUrl } from "@/lib/http/site-url";

/** The address is a setting of the running site, which a build does not know. */
export const dynamic = "force-dynamic";

/**
 * Crawlers may read every player's page, but not once for each day and time zone. The APIs are for programs.
 */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: "*", allow: "/", disallow: ["/api/", "/API/", "/*?*day=", "/*?*tz="] },
    sitemap: `${siteUrl()}/sitemap.xml`,
  };
}
