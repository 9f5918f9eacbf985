/**
 * Every bound of this site in one place: what is kept, read, queued or waited for is never more than
 * this, whatever strangers or RA send. SECURITY.md says what they are for.
 */
export const LIMITS = {
  /** Bytes of one answer of RA's API, decompressed. */
  upstreamBodyBytes: 32 * 1024 * 1024,
  /** Bytes of one picture from RA's media host. */
  pictureBytes: 1024 * 1024,
  /** Games of one player; a `Total` above it is no answer of RA. */
  games: 50_000,
  /** Bytes of a request's body; nothing here needs more. */
  requestBodyBytes: 4 * 1024,
} as const;
