import type { MetadataRoute } from "next";
import { siteUrl } from "@/lib/http/site-url";

/** The address is a setting of the running site, which a build does not know. */
export const dynamic = "force-dynamic";

/** The fixed pages; there are as many players' pages as RA has players. */
export default function sitemap(): MetadataRoute.Sitemap {
  return ["/", "/docs", "/privacy"].map((path) => ({
    url: siteUrl() + path,
    changeFrequency: "monthly",
  }));
}
