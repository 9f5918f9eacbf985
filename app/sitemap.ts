import type { MetadataRoute } from "next";
import { siteUrl } from "@/lib/http/site-url";
import { DOCS_PAGES } from "./docs/_components/docs-pages";

/** The address is a setting of the running site, which a build does not know. */
export const dynamic = "force-dynamic";

/** The fixed pages; there are as many players' pages as RA has players. */
export default function sitemap(): MetadataRoute.Sitemap {
  return ["/", ...DOCS_PAGES.map(({ path }) => path), "/privacy"].map((path) => ({
    url: siteUrl() + path,
    changeFrequency: "monthly",
  }));
}
