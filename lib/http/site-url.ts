import { env } from "@/lib/env";

/**
 * The site's public address for absolute links, without a slash at its end: as configured, else this
 * machine's own. Never from a request: whoever writes its headers would write the links.
 */
export function siteUrl(): string {
  const { SITE_URL, PORT } = env();
  return SITE_URL ?? `http://localhost:${PORT}`;
}
