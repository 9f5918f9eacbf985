/**
 * The header that carries the method of a request that lib/http/normalize-request.ts turned into a GET, because its
 * path does not take that method. It is only trusted at a path that cannot be decoded.
 */
export const REFUSED_METHOD = "x-longplay-refused-method";

/** The paths that take a form: RA's own, and the route that it is rewritten to. */
const POSTED =
  /^\/api\/(?:api_getusercompletionprogress\.php|retroachievements\/completion-progress)$/i;

/** The methods that a path takes, as an `Allow` header lists them (RFC 9110, 10.2.1). */
export function allowedMethods(path: string): string {
  return POSTED.test(path) ? "GET, HEAD, POST, OPTIONS" : "GET, HEAD, OPTIONS";
}
