import { env } from "@/lib/env";

/** The site's public address for absolute links: as configured, else as the request was made to it. */
export function siteUrl(request: Request): string {
  const { SITE_URL } = env();
  if (SITE_URL) return SITE_URL;
  const { protocol, host } = new URL(request.url);
  const scheme = request.headers.get("x-forwarded-proto")?.split(",")[0] ?? protocol.slice(0, -1);
  return `${scheme}://${request.headers.get("host") ?? host}`;
}
