import type { MetadataRoute } from "next";
import { headers } from "next/headers";
import { siteUrl } from "@/lib/http/site-url";

/** The fixed pages; there are as many players' pages as RA has players. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  return [{ url: `${siteUrl(await headers())}/`, changeFrequency: "monthly" }];
}
