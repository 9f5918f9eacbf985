import { dayKey } from "@/lib/archive/keys";
import { dayEnvelope } from "@/lib/archive/stored-day";
import { type Head, headEnvelope } from "@/lib/archive/stored-head";
import { isUlid } from "@/lib/domain/user";
import { REMOVED_PREFIX } from "@/lib/kv/durable-keys";
import { compareAndSet, keyPages, type Store } from "@/lib/kv/store";
import { markOf } from "@/lib/user-mark";
import {
  LINK_SECONDS,
  linkTo,
  NAME_LINKS,
  nameLinkKey,
  readLink,
  subjectOf,
  TOMBSTONE,
} from "./removal-keys";
import { decodePlayer } from "./stored-player";

/** All keys of this site. Only Redis has keys of both kinds, and it lists them together. */
const ALL = "longplay:";
/** How often a delete is tried while a server writes the same key. */
const TRIES = 10;

/**
 * Finds the only player that the stores know by a name. Names change hands, so a name that several players have had, or
 * that its player has given up, finds none.
 *
 * @param name in any case
 * @returns the ULID in lower case; null: no player, or more than one
 * @throws if a store cannot be reached
 */
export async function findUlid(stores: readonly Store[], name: string): Promise<string | null> {
  const wanted = name.toLowerCase();
  const found = new Set<string>();
  /** The newest name in each history, in lower case. */
  const newest: [ulid: string, name: string][] = [];
  for (const store of stores) {
    const owner = ownerOf(await store.get(`longplay:name:${wanted}`));
    if (owner !== null) found.add(owner);
    for await (const [key, value] of entriesOf(store, "longplay:history:", isHead)) {
      const head = headEnvelope.read(value);
      const ulid = subjectOf(key);
      if (head === null || ulid === null) continue;
      const names = await namesIn(store, ulid, head);
      if (names.includes(wanted)) found.add(ulid);
      newest.push([ulid, names.at(-1) ?? ""]);
    }
  }
  const [ulid = null, ...others] = found;
  if (ulid === null || others.length > 0) return null;
  for (const store of stores) {
    const known = await decodePlayer((await store.get(`longplay:player:${ulid}`)) ?? "");
    if (known) newest.push([ulid, known.player.profile.name.toLowerCase()]);
  }
  return newest.every(([of, name]) => of !== ulid || name === wanted) ? ulid : null;
}

/** The names of a history's open day, in lower case: as it began, and the new one after a rename. */
async function namesIn(store: Store, ulid: string, { base, openDay }: Head): Promise<string[]> {
  const renamed = dayEnvelope.read(await store.get(dayKey(ulid, openDay)))?.record.renamed;
  return [base.name, ...(renamed ? [renamed.to] : [])].map((name) => name.toLowerCase());
}

/**
 * Removes a player: writes the tombstone first, so that nothing new is written, and then deletes all that is stored.
 *
 * @param ulid in any case
 * @param further names of the player, which the store does not have
 * @returns how many keys were deleted
 * @throws if the store cannot be reached or is full; what was done holds, and it can be run again
 */
export async function forgetPlayer(
  store: Store,
  ulid: string,
  names: readonly string[] = [],
): Promise<number> {
  await store.set(REMOVED_PREFIX + markOf(ulid), TOMBSTONE, null);
  return clearRemoved(store, new Set([markOf(ulid)]), new Map(names.map((n) => [n, markOf(ulid)])));
}

/**
 * Deletes all that a store has of removed players.
 *
 * @param marks of their ULIDs
 * @param known their names, with the mark of the ULID
 * @returns how many keys were deleted
 * @throws if the store cannot be reached
 */
export async function clearRemoved(
  store: Store,
  marks: ReadonlySet<string>,
  known: ReadonlyMap<string, string> = new Map(),
): Promise<number> {
  const names = new Map(known);
  /** Names that belong to another player by now. */
  const passedOn = new Set<string>();
  const keys: string[] = [];
  const isTheirs = (user: string | null) =>
    user !== null && isUlid(user) && marks.has(markOf(user));
  const isWanted = (key: string) => key.startsWith("longplay:name:") || isTheirs(subjectOf(key));
  for await (const [key, value] of entriesOf(store, ALL, isWanted)) {
    const subject = subjectOf(key) ?? "";
    if (isTheirs(subject)) {
      keys.push(key);
      const name = isHead(key)
        ? headEnvelope.read(value)?.base.name
        : (await decodePlayer(value))?.player.profile.name;
      if (name) names.set(name.toLowerCase(), markOf(subject));
    } else {
      const ulid = ownerOf(value);
      if (ulid === null) continue;
      if (isTheirs(ulid)) {
        keys.push(key);
        names.set(subject, markOf(ulid));
      } else {
        passedOn.add(subject);
      }
    }
  }
  // A store without expiry must not keep what has to expire after a day.
  if (store.name !== "embedded") {
    for (const [name, mark] of names) {
      if (passedOn.has(name)) continue;
      await store.set(nameLinkKey(name), linkTo(mark), LINK_SECONDS);
    }
  }
  // Keys by name: avatars, locks, not found. The value of a name's own key says whose it is.
  const isNamed = (key: string) =>
    !key.startsWith("longplay:name:") && names.has(subjectOf(key) ?? "");
  for await (const [key] of entriesOf(store, ALL, isNamed)) keys.push(key);
  let deleted = 0;
  for (const key of keys) if (await remove(store, key)) deleted++;
  return deleted;
}

/**
 * Lifts the removal of a player: the next request loads them again.
 *
 * @param users names in any case and ULIDs of the player
 * @returns whether there was a tombstone
 * @throws if the store cannot be reached
 */
export async function rememberPlayer(store: Store, users: readonly string[]): Promise<boolean> {
  const marks = new Set<string>();
  for (const user of users) {
    const mark = isUlid(user) ? markOf(user) : readLink(await store.get(nameLinkKey(user)));
    if (mark !== null) marks.add(mark);
  }
  let isLifted = false;
  for (const mark of marks) isLifted = (await remove(store, REMOVED_PREFIX + mark)) || isLifted;
  const links: string[] = [];
  for await (const [key, value] of entriesOf(store, NAME_LINKS, () => true)) {
    if (marks.has(readLink(value) ?? "")) links.push(key);
  }
  for (const key of links) await remove(store, key);
  return isLifted;
}

/** The wanted keys with a prefix, with their values; one may come twice. */
async function* entriesOf(
  store: Store,
  prefix: string,
  isWanted: (key: string) => boolean,
): AsyncGenerator<[key: string, value: string]> {
  for await (const page of keyPages(store, prefix)) {
    const keys = page.filter(isWanted);
    // A value has up to a megabyte.
    for (let at = 0; at < keys.length; at += 10) {
      const some = keys.slice(at, at + 10);
      const values = await store.getMany(some);
      for (const [place, key] of some.entries()) {
        const value = values[place];
        if (value !== null && value !== undefined) yield [key, value];
      }
    }
  }
}

/** Deletes a key even while it is being written. @returns whether it existed */
async function remove(store: Store, key: string): Promise<boolean> {
  let seen = await store.get(key);
  for (let tries = 0; tries < TRIES && seen !== null; tries++) {
    const { done, current } = await compareAndSet(store, key, seen, null, null);
    if (done) return true;
    seen = current;
  }
  if (seen !== null)
    throw new Error("A key of the player is being written all the time: try again.");
  return false;
}

const isHead = (key: string) => /^longplay:history:[0-9a-z]{26}$/.test(key);

/** The ULID in the value of a name's key, in lower case. */
function ownerOf(value: string | null): string | null {
  const [ulid = ""] = (value ?? "").split(" ");
  return isUlid(ulid) ? ulid.toLowerCase() : null;
}
