import { expect, test } from "vitest";
import { createEmbeddedStore } from "@/lib/kv/embedded";
import { BadLine, exportLines, importLines } from "./history-lines.ts";

const KEY = `longplay:history:${"01hzy3".padEnd(26, "0")}`;
const DAYS = [`${KEY}:2026-11-09`, `${KEY}:2026-11-10`, `${KEY}:base:2026-11-10`];

/** @type {import("./history-lines.ts").Merge} */
const keepStored = (_key, stored, imported) => stored ?? imported;
/** @type {import("./history-lines.ts").Merge} */
const replaceAll = (_key, _stored, imported) => imported;

/** @param {[string, unknown][]} entries */
const textOf = (entries) =>
  entries.map(([key, value]) => `${JSON.stringify({ key, value })}\n`).join("");

/**
 * In pieces that end anywhere.
 *
 * @param {string} text
 */
async function* inPieces(text, length = 7) {
  for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length);
}

/** @param {import("../lib/kv/store.ts").Store} store */
async function exportOf(store) {
  let [text, count] = ["", 0];
  for await (const line of exportLines(store, () => count++)) text += line;
  return { text, count };
}

test("an export has each value of the histories once, by player and day, and nothing else", async () => {
  const store = createEmbeddedStore();
  for (const key of [...DAYS, KEY].reverse()) await store.set(key, `of ${key}`, null);
  await store.set("longplay:player:someone", "not of it", 60);
  // As Redis may list them.
  const twice = {
    ...store,
    keys: async () => ({ keys: [...DAYS, KEY, ...DAYS].reverse(), cursor: null }),
  };
  const text = textOf([KEY, ...DAYS].map((key) => [key, `of ${key}`]));
  expect(await exportOf(store)).toEqual({ text, count: 4 });
  expect(await exportOf(twice)).toEqual({ text, count: 4 });
});

test("an imported history has the same export, and importing it again changes nothing", async () => {
  const text = textOf([KEY, ...DAYS].map((key) => [key, `"\\${"x".repeat(100)}`]));
  const store = createEmbeddedStore();
  const none = { written: 0, replaced: 0, same: 0, refused: 0, removed: 0 };
  expect(await importLines(store, inPieces(text), keepStored)).toEqual({ ...none, written: 4 });
  expect(await importLines(store, inPieces(text.trimEnd()), keepStored)).toEqual({
    ...none,
    same: 4,
  });
  expect((await exportOf(store)).text).toBe(text);
});

test("tombstones come after all histories, are imported once, and are reported", async () => {
  const store = createEmbeddedStore();
  const tombstone = `longplay:removed:${"0f".repeat(16)}`;
  const text = textOf([
    [KEY, "a"],
    [tombstone, "lpr1:"],
  ]);
  /** @type {string[]} */
  const marks = [];
  const add = (/** @type {string} */ mark) => marks.push(mark);
  const first = await importLines(store, inPieces(text), keepStored, add);
  expect(first).toMatchObject({ written: 2, removed: 0 });
  expect(await importLines(store, inPieces(text), keepStored, add)).toMatchObject({ same: 2 });
  expect(marks).toEqual(["0f".repeat(16), "0f".repeat(16)]);
  expect((await exportOf(store)).text).toBe(text);
});

test("the merge of both values decides what is stored", async () => {
  const store = createEmbeddedStore();
  const keys = [0, 1, 2, 3].map((at) => `${KEY.slice(0, -1)}${at}`);
  for (const [at, value] of ["old", "new", "odd"].entries()) {
    await store.set(keys[at] ?? "", value, null);
  }
  const text = textOf(keys.map((key) => [key, "imported"]));
  const imported = await importLines(store, inPieces(text), (_key, stored, value) => {
    if (stored === "odd") return null;
    return stored === "new" ? stored : `${stored ?? "only"} and ${value}`;
  });
  expect(imported).toEqual({ written: 1, replaced: 1, same: 1, refused: 1, removed: 0 });
  expect(await store.getMany(keys)).toEqual([
    "old and imported",
    "new",
    "odd",
    "only and imported",
  ]);
  expect(await importLines(store, inPieces(text), replaceAll)).toMatchObject({ replaced: 4 });
  expect((await exportOf(store)).text).toBe(text);
});

test("an import does not overwrite what a site writes at the same time", async () => {
  const store = createEmbeddedStore();
  const busy = {
    ...store,
    /** @type {typeof store.commit} */
    async commit(commit) {
      for (const { key } of commit.guards) await store.set(key, `${await store.get(key)}.`, null);
      return store.commit(commit);
    },
  };
  expect(await importLines(busy, inPieces(textOf([[KEY, "x"]])), replaceAll)).toMatchObject({
    refused: 1,
  });
});

test.each([
  "",
  "rubbish",
  '"text"',
  "null",
  "[]",
  JSON.stringify({ key: KEY }),
  JSON.stringify({ key: KEY, other: "x" }),
  JSON.stringify({ key: KEY, value: "x", more: 1 }),
  JSON.stringify({ key: KEY, value: 1 }),
  JSON.stringify({ key: KEY, value: "" }),
  JSON.stringify({ key: KEY, value: "é" }),
  JSON.stringify({ key: KEY, value: "a\nb" }),
  JSON.stringify({ key: "longplay:player:someone", value: "x" }),
  JSON.stringify({ key: KEY.slice(0, -1), value: "x" }),
  JSON.stringify({ key: `${KEY}:`, value: "x" }),
  JSON.stringify({ key: `${KEY}:${"a".repeat(61)}`, value: "x" }),
])("the line %s ends an import, after those before it", async (bad) => {
  const store = createEmbeddedStore();
  const text = `${textOf([[KEY, "x"]])}${bad}\n${textOf([[`${KEY}:2026-11-10`, "x"]])}`;
  const ended = importLines(store, inPieces(text), keepStored);
  await expect(ended).rejects.toThrow(/^Line 2 is not one of an export/);
  await expect(ended).rejects.toBeInstanceOf(BadLine);
  expect((await exportOf(store)).count).toBe(1);
});

test("a bad line ends an import after all lines before it, also those of the same batch", async () => {
  const store = createEmbeddedStore();
  const before = [KEY, ...DAYS].map((key) => /** @type {[string, string]} */ ([key, "x"]));
  const text = `${textOf(before)}rubbish\n${textOf([[`${KEY}:2026-11-11`, "x"]])}`;
  const ended = importLines(store, inPieces(text), keepStored);
  await expect(ended).rejects.toThrow(/^Line 5 is not one of an export/);
  expect((await exportOf(store)).text).toBe(textOf(before));
});

test("a value that is left out costs no other one, before it or after it", async () => {
  const store = createEmbeddedStore();
  const other = `${KEY.slice(0, -1)}1`;
  const days = Array.from({ length: 25 }, (_, day) => `${KEY}:2026-11-${10 + day}`);
  const keys = [KEY, ...days, other, `${other}:2026-11-10`];
  for (const bad of [KEY, days[0], days[12], other]) {
    for (const key of keys) await store.commit({ guards: [], delete: [key] });
    const text = textOf(keys.map((key) => [key, key === bad ? "bad" : "x"]));
    const imported = await importLines(store, inPieces(text), (_key, stored, value) =>
      value === "bad" ? null : (stored ?? value),
    );
    expect(imported).toMatchObject({ written: keys.length - 1, refused: 1 });
    expect((await exportOf(store)).count).toBe(keys.length - 1);
  }
});

test("a line without an end is not collected without a bound", async () => {
  let pieces = 0;
  async function* endless() {
    for (;;) {
      pieces++;
      yield "x".repeat(1024 * 1024);
    }
  }
  await expect(importLines(createEmbeddedStore(), endless(), keepStored)).rejects.toThrow("8 MB");
  expect(pieces).toBeLessThan(12);
});
