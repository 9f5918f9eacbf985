import { env, isDevelopment } from "@/lib/env";
import { mediaBase } from "@/lib/retroachievements/retroachievements";

/** A year, in seconds. */
const HSTS_SECONDS = 31_536_000;

/**
 * The Content-Security-Policy of pages. Next sends its data in inline scripts: pages are cached for everyone, so these
 * can have no nonce, and they differ from page to page, so no hash fits. So inline script elements are allowed, and
 * otherwise only scripts of this site. Style attributes hold widths and images.
 */
function pagePolicy(media: string): string {
  const images = URL.canParse(media) ? ` ${new URL(media).origin}` : "";
  // Next's development server needs eval and inline style elements.
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
 * Sets a page's Content-Security-Policy, and HSTS if the site is behind HTTPS. Both depend on settings of the running
 * site; the other security headers are in `next.config.mjs`.
 */
export function setPageSecurity(headers: Headers): void {
  policy ??= pagePolicy(mediaBase());
  headers.set("Content-Security-Policy", policy);
  if (env().SITE_URL?.startsWith("https:")) {
    headers.set("Strict-Transport-Security", `max-age=${HSTS_SECONDS}`);
  }
}
