import { deepEqual, equal } from "node:assert/strict";
import { compareAndSet, type Store } from "../../lib/kv/store";

/** Each key that begins with a prefix, sorted. */
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
 * What holds for every store: sentences, with functions that throw an AssertionError if one does not hold. Each is
 * called with a store in which no key begins with `kept:`.
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
      const { done, current } = await compareAndSet(store, "kept:empty", "", long, null);
      deepEqual({ done, current }, { done: true, current: long });
    },
  ],
  [
    "compares before it writes or deletes a durable key",
    async (store) => {
      const exchange = async (expected: string | null, value: string | null) => {
        const { done, current } = await compareAndSet(store, "kept:a", expected, value, null);
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
    "commits several keys in one step, if all guards hold",
    async (store) => {
      const kept = (key: string, value: string) => ({ key, value, ttlSeconds: null });
      await store.set("kept:c", "3", null);
      const first = await store.commit({
        guards: [
          { key: "kept:a", expected: null },
          { key: "kept:c", expected: "3" },
        ],
        set: [kept("kept:a", "1"), kept("kept:b", "2")],
        delete: ["kept:c", "kept:none"],
      });
      equal(first.done, true);
      deepEqual(await store.getMany(["kept:a", "kept:b", "kept:c"]), ["1", "2", null]);
      for (const [a, b] of [
        ["1", "odd"],
        ["odd", "2"],
      ]) {
        const { at: _, ...refused } = await store.commit({
          guards: [
            { key: "kept:b", expected: b ?? null },
            { key: "kept:none", expected: null },
            { key: "kept:a", expected: a ?? null },
          ],
          set: [kept("kept:a", "changed"), kept("kept:b", "changed")],
          delete: ["kept:b"],
        });
        deepEqual(refused, { done: false, current: ["2", null, "1"] });
      }
      deepEqual(await store.getMany(["kept:a", "kept:b"]), ["1", "2"]);
      equal((await store.commit({ guards: [], delete: ["kept:a"] })).done, true);
      deepEqual(await store.keys("kept:", null), { keys: ["kept:b"], cursor: null });
    },
  ],
  [
    "guards a key that expires by one that is kept, an empty value included",
    async (store) => {
      const write = () =>
        store.commit({
          guards: [{ key: "kept:against", expected: null }],
          set: [{ key: "expires", value: "1", ttlSeconds: 60 }],
        });
      await store.set("kept:against", "", null);
      const { at: _, ...refused } = await write();
      deepEqual(refused, { done: false, current: [""] });
      equal(await store.get("expires"), null);
      await store.commit({ guards: [], delete: ["kept:against"] });
      equal((await write()).done, true);
      equal(await store.get("expires"), "1");
    },
  ],
  [
    "finds its own values when a commit is sent again",
    async (store) => {
      const commit = {
        guards: [
          { key: "kept:a", expected: null },
          { key: "kept:b", expected: null },
        ],
        set: [
          { key: "kept:a", value: "1", ttlSeconds: null },
          { key: "kept:b", value: "2", ttlSeconds: null },
        ],
      };
      await store.commit(commit);
      const { at: _, ...again } = await store.commit(commit);
      deepEqual(again, { done: false, current: ["1", "2"] });
    },
  ],
  [
    "runs commits of many keys one after the other",
    async (store) => {
      const transfer = async (from: string, to: string) => {
        for (;;) {
          const [left, right] = await store.getMany([from, to]);
          const { done } = await store.commit({
            guards: [
              { key: from, expected: left ?? null },
              { key: to, expected: right ?? null },
            ],
            set: [
              { key: from, value: String(Number(left) - 1), ttlSeconds: null },
              { key: to, value: String(Number(right) + 1), ttlSeconds: null },
            ],
          });
          if (done) return;
        }
      };
      const keys = ["kept:a", "kept:b", "kept:c"] as const;
      for (const key of keys) await store.set(key, "10", null);
      await Promise.all(
        keys.flatMap((from, at) =>
          [0, 1].map((next) => transfer(from, keys[(at + next + 1) % 3] ?? from)),
        ),
      );
      deepEqual(await store.getMany([...keys]), ["10", "10", "10"]);
    },
  ],
  [
    "loses no change when many change one value at once",
    async (store) => {
      const add = async () => {
        let seen = await store.get("kept:sum");
        for (;;) {
          const next = String(Number(seen) + 1);
          const exchange = await compareAndSet(store, "kept:sum", seen, next, null);
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
    "does not read a prefix as a pattern",
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
