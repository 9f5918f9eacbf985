import { CACHE_TIMES } from "@/lib/cache-times";
import { storedFormat } from "@/lib/domain/stored-format";
import { REMOVED_PREFIX } from "@/lib/kv/durable-keys";
import { markOf } from "@/lib/user-mark";

const MARK = /^[0-9a-f]{32}$/;
/** Of tombstones, links and pairs. A tombstone of any version refuses its player. */
const format = storedFormat("lpr", { 1: (mark) => (MARK.test(mark) ? mark : null) });
const LINK_PREFIX = "longplay:removed-name:";
const PAIR_PREFIX = "longplay:hidden:";

/** How long it is remembered whose a removed or hidden name is: names change hands, and then RA is asked again. */
export const LINK_SECONDS = CACHE_TIMES.nameOwner.seconds;

/**
 * The key of a player's tombstone, without expiry. It is made of the ULID, which stays when the player is renamed: a
 * player who takes the old name is not removed with it. The value is {@link TOMBSTONE}.
 */
export function tombstoneKey(ulid: string): string {
  return REMOVED_PREFIX + markOf(ulid);
}

/** The key of a removed player's name; the value is a {@link link} to the ULID, for {@link LINK_SECONDS}. */
export function nameLinkKey(name: string): string {
  return LINK_PREFIX + markOf(name);
}

/** The prefix of the keys of {@link nameLinkKey}. */
export const NAME_LINKS = LINK_PREFIX;

/** The key of a name or ULID of HIDDEN_PLAYERS; the value is a {@link link} to the other, for {@link LINK_SECONDS}. */
export function pairKey(user: string): string {
  return PAIR_PREFIX + markOf(user);
}

/** The value of a tombstone: that there is one is all that it says. */
export const TOMBSTONE = format.seal("");

/** Whether a value is a tombstone or a link of any version (`lpr` and a number): a damaged value removes no player. */
export function isMark(value: string | null | undefined): boolean {
  return /^lpr\d+:/.test(value ?? "");
}

/** The value that links to another name or ULID. */
export function link(user: string): string {
  return linkTo(markOf(user));
}

/** The same, from a mark. */
export function linkTo(mark: string): string {
  return format.seal(mark);
}

/** The mark in a value of {@link link}; null for anything else. */
export const readLink = format.read;

/** Whether a key of an export is a tombstone's. */
export function isTombstoneKey(key: string): boolean {
  return key.startsWith(REMOVED_PREFIX) && MARK.test(key.slice(REMOVED_PREFIX.length));
}

/**
 * The name or ULID that a key of the store is about, in lower case; null for keys that are about no player, such as a
 * game or its icon. An avatar is about the player whose name its file has. A kind of key that does not exist yet counts as
 * one about a player, so that a new source is removed with them.
 */
export function subjectOf(key: string): string | null {
  const found =
    /^longplay:(?!removed:|hidden:|image:|game:|doctor:)[a-z]+:([0-9a-z]+)(?::|$)/.exec(key) ??
    /^longplay:image:\/UserPic\/([0-9A-Za-z]+)\.\w+$/.exec(key);
  return found?.[1]?.toLowerCase() ?? null;
}
