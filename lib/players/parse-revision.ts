/** Reads a path segment made by `viewRevision`. */
export function parseRevision(segment: string) {
  const [ulid = "", state = ""] = decodeURIComponent(segment).split("@");
  const [checkedAt = "", ...more] = state.split(".");
  return {
    ulid,
    /** When RA was asked, in epoch milliseconds. */
    checkedAt: Number.parseInt(checkedAt, 36),
    /** Whether RA has failed to answer since. */
    isUnanswered: more.includes("unanswered"),
  };
}
