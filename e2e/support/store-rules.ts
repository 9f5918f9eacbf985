import { deepEqual, equal } from "node:assert/strict";
import type { Store } from "../../lib/kv/store";

/** Every key that begins with a prefix, once and sorted. */
async function allKeys(store: Store, prefix: string): Promise<string[]> {
  const keys = new Set<string>();
  let cursor: string | null = null;
  do {
    const page = await store.keys(prefix, cursor);
    for (const key of page.keys) keys.add(key);
    cursor = page.cursor;
  } while (cursor !== null);
  return [...keys].sort();
}

/**
 * What holds for every store, as sentences and functions that throw an AssertionError if it does not. Each is given
 * a store in which no key begins with `kept:`.
 */
export const STORE_RULES: [string, (store: Store) => Promise<void>][] = [
  [
    "gives back a value without an expiry",
    async (store) => {
      await store.set("kept:a", "1", null);
      equal(await store.get("kept:a"), "1");
      await store.set("kept:a", "2", null);
      deepEqual(await store.getMany(["kept:a", "kept:none", "other"]), ["2", null, null]);
    },
  ],
  [
    "gives back a long value and an empty one",
    async (store) => {
      const long = "0123456789abcdef".repeat(60_000);
      await store.set("kept:long", long, null);
      await store.set("kept:empty", "", null);
      equal(await store.get("kept:long"), long);
      const { done, current } = await store.compareAndSet("kept:empty", "", long, null);
      deepEqual({ done, current }, { done: true, current: long });
    },
  ],
  [
    "compares before it writes what is kept, and before it takes it away",
    async (store) => {
      const exchange = async (expected: string | null, value: string | null) => {
        const { done, current } = await store.compareAndSet("kept:a", expected, value, null);
        return { done, current };
      };
      deepEqual(await exchange(null, "1"), { done: true, current: "1" });
      deepEqual(await exchange(null, "2"), { done: false, current: "1" });
      deepEqual(await exchange("1", "2"), { done: true, current: "2" });
      deepEqual(await exchange("1", null), { done: false, current: "2" });
      deepEqual(await exchange("2", null), { done: true, current: null });
      equal(await store.get("kept:a"), null);
      deepEqual(await store.keys("kept:", null), { keys: [], cursor: null });
    },
  ],
  [
    "writes nothing while there is a value that stands against it",
    async (store) => {
      equal(await store.set("kept:a", "1", null, "kept:against"), true);
      await store.set("kept:against", "", null);
      equal(await store.set("kept:a", "2", null, "kept:against"), false);
      // A store with a clock tells the time as well.
      const { at: _, ...refused } = await store.compareAndSet(
        "kept:a",
        "1",
        "2",
        null,
        "kept:against",
      );
      deepEqual(refused, { done: false, current: "1", isRefused: true });
      equal(await store.set("expires", "1", 60, "kept:against"), false);
      equal(await store.get("expires"), null);
      equal(await store.get("kept:a"), "1");
      await store.compareAndSet("kept:against", "", null, null);
      equal(await store.set("expires", "1", 60, "kept:against"), true);
      const { done, current } = await store.compareAndSet("kept:a", "1", "2", null, "kept:against");
      deepEqual({ done, current }, { done: true, current: "2" });
    },
  ],
  [
    "loses nothing of what many add to one value at once",
    async (store) => {
      const add = async () => {
        let seen = await store.get("kept:sum");
        for (;;) {
          const next = String(Number(seen) + 1);
          const exchange = await store.compareAndSet("kept:sum", seen, next, null);
          if (exchange.done) return;
          seen = exchange.current;
        }
      };
      await Promise.all(Array.from({ length: 8 }, add));
      equal(await store.get("kept:sum"), "8");
    },
  ],
  [
    "lists every key that begins with a prefix, over several pages",
    async (store) => {
      const keys = Array.from({ length: 1200 }, (_, index) => `kept:list:${10_000 + index}`);
      for (let index = 0; index < keys.length; index += 100) {
        const some = keys.slice(index, index + 100);
        await Promise.all(some.map((key) => store.set(key, "x", null)));
      }
      await store.set("kept:lisp", "x", null);
      deepEqual(await allKeys(store, "kept:list:"), keys);
      deepEqual(await allKeys(store, "kept:list:1119"), keys.slice(1190));
      deepEqual(await allKeys(store, "kept:none:"), []);
    },
  ],
  [
    "takes a prefix for what it is, not for a pattern",
    async (store) => {
      for (const odd of ["*", "?", "[b]", "\\", "x", "b"]) {
        await store.set(`kept:${odd}a`, "x", null);
      }
      for (const odd of ["*", "?", "[b]", "\\"]) {
        deepEqual(await allKeys(store, `kept:${odd}`), [`kept:${odd}a`]);
      }
    },
  ],
];
