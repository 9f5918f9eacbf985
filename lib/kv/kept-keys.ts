/** What the keys of histories begin with: what is moved from one store to another. */
export const KEPT_PREFIX = "longplay:history:";
/** What the keys of tombstones begin with: that a player was removed. They are moved with the histories. */
export const REMOVED_PREFIX = "longplay:removed:";
/** What begins with none of these expires. */
export const KEPT_PREFIXES = [KEPT_PREFIX, REMOVED_PREFIX, "longplay:watched:"];
