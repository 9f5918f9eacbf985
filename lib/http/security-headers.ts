import { env, isDevelopment } from "@/lib/env";
import { mediaBase } from "@/lib/retroachievements/retroachievements";

/** A year, in seconds. */
const HSTS_SECONDS = 31_536_000;

/**
 * What a page may do. A page is kept and given to everyone, so its inline scripts, in which Next sends
 * its data, can carry no nonce, and they differ from page to page, so that no hash fits: inline script
 * elements stay allowed, and no other script but this site's. Style attributes hold widths and images.
 */
function pagePolicy(media: string): string {
  const images = URL.canParse(media) ? ` ${new URL(media).origin}` : "";
  // Next's development server evaluates code and writes style elements.
  const [evaluated, styled] = isDevelopment() ? [" 'unsafe-eval'", " 'unsafe-inline'"] : ["", ""];
  return [
    "default-src 'none'",
    `script-src 'self' 'unsafe-inline'${evaluated}`,
    "script-src-attr 'none'",
    `style-src 'self'${styled}`,
    "style-src-attr 'unsafe-inline'",
    `img-src 'self' data:${images}`,
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

let policy: string | undefined;

/**
 * Puts a page's policy on an answer, and that this site is behind HTTPS where it is. Both depend on
 * settings of the running site; all other headers of this kind are in `next.config.mjs`.
 *
 * @param ownStyle allows a style that the page holds itself, as a source of `style-src`
 */
export function setPageSecurity(headers: Headers, ownStyle?: string): void {
  policy ??= pagePolicy(mediaBase());
  const styled = ownStyle ? policy.replace("style-src 'self'", `$& ${ownStyle}`) : policy;
  headers.set("Content-Security-Policy", styled);
  if (env().SITE_URL?.startsWith("https:")) {
    headers.set("Strict-Transport-Security", `max-age=${HSTS_SECONDS}`);
  }
}
