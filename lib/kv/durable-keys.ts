/** The prefix of histories, which exports and imports move from one store to another. */
export const HISTORY_PREFIX = "longplay:history:";
/** The prefix of tombstones of removed players. They are moved with the histories. */
export const REMOVED_PREFIX = "longplay:removed:";
/** The prefix of players' unlocks, which can be read from RA again: exports leave them out. */
export const UNLOCKS_PREFIX = "longplay:unlocks:";
/** The prefix of players' times, of which the same is true. */
export const TIMES_PREFIX = "longplay:times:";
/** The prefixes of all durable keys: every other key expires. */
export const DURABLE_PREFIXES = [
  HISTORY_PREFIX,
  REMOVED_PREFIX,
  UNLOCKS_PREFIX,
  TIMES_PREFIX,
  "longplay:watched:",
];
