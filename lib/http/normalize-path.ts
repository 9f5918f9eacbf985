/**
 * A path without escapes that need not be there: letters, digits, `-`, `.`, `_` and `~` mean the same with a percent
 * sign and without (RFC 3986, 6.2.2.2). Once over: `%2565` stays `%2565`.
 */
export function normalizePath(path: string): string {
  return path.replaceAll(/%[0-9a-f]{2}/gi, (escaped) => {
    const character = String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
    return /[0-9A-Za-z._~-]/.test(character) ? character : escaped;
  });
}
