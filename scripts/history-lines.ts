import type { ImportedHeads } from "@/lib/archive/imported";
import { HISTORY_PREFIX, REMOVED_PREFIX } from "@/lib/kv/durable-keys";
import { compareAndSet, keyPages, type Store } from "@/lib/kv/store";
import { isTombstoneKey } from "@/lib/players/removal-keys";

/** Values that are read at once, and lines that are written at once. A value has up to a megabyte. */
const AT_ONCE = 10;
/** Characters of a line, which holds one value. */
const LONGEST_LINE = 8 * 1024 * 1024;
/** How often a value is read again that a server writes at the same time. */
const TRIES = 10;

const KEY = new RegExp(`^${HISTORY_PREFIX}[0-9a-z]{26}(?::[0-9a-z:-]{1,60})?$`);
const HEAD_CHARACTERS = HISTORY_PREFIX.length + 26;
const VALUE = /^[\x20-\x7e]+$/;

/** A line that cannot be imported, in words for the owner. */
export class BadLine extends Error {}

/**
 * Each value of the histories as a line of JSON with its key, sorted by key: a player's head and then their days, and
 * after all players the tombstones. What is written meanwhile may be in it or not.
 *
 * @param count is called for each line
 * @throws if the store cannot be reached
 */
export async function* exportLines(store: Store, count: () => void): AsyncGenerator<string> {
  const keys = await allKeys(store);
  for (let index = 0; index < keys.length; index += AT_ONCE) {
    const some = keys.slice(index, index + AT_ONCE);
    const values = await store.getMany(some);
    for (const [at, key] of some.entries()) {
      const value = values[at] ?? null;
      if (value === null) continue;
      count();
      yield `${JSON.stringify({ key, value })}\n`;
    }
  }
}

/** Sorted: a few megabytes for a hundred players and a year. */
async function allKeys(store: Store): Promise<string[]> {
  const keys = new Set<string>();
  for (const prefix of [HISTORY_PREFIX, REMOVED_PREFIX]) {
    for await (const page of keyPages(store, prefix)) for (const key of page) keys.add(key);
  }
  return [...keys].sort();
}

/** How many values an import wrote and left out. */
export interface Imported {
  /** There was no value. */
  written: number;
  /** Another value was replaced by the merged one. */
  replaced: number;
  /** The same value is stored, or a newer one. */
  same: number;
  /** They, or the stored values, cannot be read. */
  refused: number;
  /** Their players were removed from this site. */
  removed: number;
}

/**
 * The value to store, of the stored one (null: none) and the imported one. Null: one of them cannot be read. Undefined:
 * none, since the stored history covers it.
 */
export type Merge = (
  key: string,
  stored: string | null,
  imported: string,
  heads: ImportedHeads,
) => string | null | undefined;

/**
 * Writes exported lines into a store that servers may write to at the same time. It can be repeated: what is stored
 * already is not written.
 *
 * @param chunks of the exported text
 * @param merge decides about each value
 * @param onTombstone is called with the mark of each tombstone; the values of that player are still stored
 * @throws BadLine for the first line that is not one of an export; those before it are written
 * @throws if the store cannot be reached or takes no more
 */
export async function importLines(
  store: Store,
  chunks: AsyncIterable<string>,
  merge: Merge,
  onTombstone: (mark: string) => void = () => undefined,
): Promise<Imported> {
  const imported: Imported = { written: 0, replaced: 0, same: 0, refused: 0, removed: 0 };
  let some: Entry[] = [];
  let heads: ImportedHeads = { stored: null, imported: null };
  let player = "";
  const writeSome = async () => {
    const ends = await Promise.all(
      some.map((entry) => put(store, entry, (...of) => merge(...of, heads))),
    );
    for (const end of ends) imported[end]++;
    some = [];
  };
  /** How days are merged depends on the head, which is written first. */
  const begin = async ({ key, value }: Entry) => {
    await writeSome();
    player = key.slice(0, HEAD_CHARACTERS);
    const isHead = key === player;
    if (isHead) {
      some.push({ key, value });
      await writeSome();
    }
    heads = { stored: await store.get(player), imported: isHead ? value : null };
    return isHead;
  };
  let number = 0;
  for await (const line of linesOf(chunks)) {
    number++;
    const entry = parseLine(line);
    if (!entry) {
      await writeSome();
      throw new BadLine(`Line ${number} is not one of an export. Those before it are imported.`);
    }
    if (isTombstoneKey(entry.key)) {
      onTombstone(entry.key.slice(REMOVED_PREFIX.length));
      imported[await put(store, entry, (_key, stored, value) => stored ?? value)]++;
      continue;
    }
    const isOfNext = entry.key.slice(0, HEAD_CHARACTERS) !== player;
    if ((isOfNext || entry.key === player) && (await begin(entry))) continue;
    some.push(entry);
    if (some.length === AT_ONCE) await writeSome();
  }
  await writeSome();
  return imported;
}

interface Entry {
  key: string;
  value: string;
}

async function put(
  store: Store,
  { key, value }: Entry,
  merge: (key: string, stored: string | null, imported: string) => ReturnType<Merge>,
): Promise<keyof Imported> {
  let seen: string | null = null;
  for (let tries = 0; tries < TRIES; tries++) {
    const merged = merge(key, seen, value);
    if (merged === null) return "refused";
    if (merged === seen || merged === undefined) return "same";
    const { done, current, isRefused } = await compareAndSet(store, key, seen, merged, null);
    if (isRefused) return "removed";
    if (done) return seen === null ? "written" : "replaced";
    seen = current;
  }
  return "refused";
}

function parseLine(line: string): Entry | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return null;
  }
  if (typeof parsed !== "object" || parsed === null || Object.keys(parsed).length !== 2)
    return null;
  if (!("key" in parsed && "value" in parsed)) return null;
  const { key, value } = parsed;
  if (typeof key !== "string" || !(KEY.test(key) || isTombstoneKey(key))) return null;
  if (typeof value !== "string" || !VALUE.test(value)) return null;
  return { key, value };
}

async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = "";
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
    if (rest.length > LONGEST_LINE) throw new BadLine("There is a line of more than 8 MB.");
  }
  if (rest !== "") yield rest;
}
