import { env } from "@/lib/env";

/**
 * The site's public address for absolute links, without a slash at its end: as configured, else as
 * the request came to it.
 */
export function siteUrl(headers: Headers): string {
  const { SITE_URL } = env();
  if (SITE_URL) return SITE_URL;
  const scheme = headers.get("x-forwarded-proto")?.split(",")[0] ?? "http";
  return `${scheme}://${headers.get("host") ?? "localhost"}`;
}
