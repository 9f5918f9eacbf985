import type { MetadataRoute } from "next";
import { headers } from "next/headers";
import { siteUrl } from "@/lib/http/site-url";

/** Crawlers may read every player's page; the APIs are for programs. */
export default async function robots(): Promise<MetadataRoute.Robots> {
  return {
    rules: { userAgent: "*", allow: "/", disallow: ["/api/", "/API/"] },
    sitemap: `${siteUrl(await headers())}/sitemap.xml`,
  };
}
