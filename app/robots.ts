import type { MetadataRoute } from "next";
import { siteUrl } from "@/lib/http/site-url";

/** The address is a setting of the running site, which a build does not know. */
export const dynamic = "force-dynamic";

/** Crawlers may read every player's page; the APIs are for programs. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: "*", allow: "/", disallow: ["/api/", "/API/"] },
    sitemap: `${siteUrl()}/sitemap.xml`,
  };
}
