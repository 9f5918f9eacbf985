import { env } from "@/lib/env";

/**
 * The site's public address for absolute links, without a trailing slash: `SITE_URL`, else localhost. Never from a
 * request: a client could forge its headers, and with them the links.
 */
export function siteUrl(): string {
  const { SITE_URL, PORT } = env();
  return SITE_URL ?? `http://localhost:${PORT}`;
}
