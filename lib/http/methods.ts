/**
 * The method of a request that lib/http/odd-requests.ts has made a GET because its address does not take
 * that method. It counts only at an address that cannot be decoded.
 */
export const REFUSED_METHOD = "x-longplay-refused-method";

/** The addresses that take a form: RA's own, and where it leads within the site. */
const POSTED =
  /^\/api\/(?:api_getusercompletionprogress\.php|retroachievements\/completion-progress)$/i;

/** The methods that an address takes, as an `Allow` header lists them (RFC 9110, 10.2.1). */
export function allowedMethods(path: string): string {
  return POSTED.test(path) ? "GET, HEAD, POST, OPTIONS" : "GET, HEAD, OPTIONS";
}
