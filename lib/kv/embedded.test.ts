import { expect, test } from "vitest";
import { STORE_RULES } from "@/e2e/support/store-rules";
import { createEmbeddedStore } from "./embedded";
import { compareAndSet } from "./store";

test("returns the value that was set, and null for other keys", async () => {
  const store = createEmbeddedStore();
  await store.set("a", "1", 60);
  expect(await store.get("a")).toBe("1");
  expect(await store.get("b")).toBeNull();
});

test("an entry is gone after its expiry", async () => {
  let now = 1;
  const store = createEmbeddedStore(() => now);
  await store.set("a", "1", 20);
  now += 20_000;
  expect(await store.get("a")).toBe("1");
  now += 1;
  expect(await store.get("a")).toBeNull();
});

test("keeps at most 10,000 entries, and the least recently used goes first", async () => {
  const store = createEmbeddedStore();
  for (let index = 0; index < 10_000; index++) await store.set(`key ${index}`, "x", 60);
  await store.get("key 0");
  await store.set("one more", "x", 60);
  expect(await store.get("key 0")).toBe("x");
  expect(await store.get("key 1")).toBeNull();
});

test("keeps at most 64 MiB", async () => {
  const store = createEmbeddedStore();
  const eightMegabytes = "x".repeat(8 * 1024 * 1024);
  for (let index = 0; index < 9; index++) await store.set(`key ${index}`, eightMegabytes, 60);
  expect(await store.get("key 0")).toBeNull();
  expect(await store.get("key 1")).toBeNull();
  expect(await store.get("key 2")).not.toBeNull();
});

test.each(STORE_RULES)("%s", async (_title, rule) => {
  await rule(createEmbeddedStore());
});

test("a value without an expiry outlives others, but is not durable", async () => {
  let now = 1;
  const store = createEmbeddedStore(() => now);
  await store.set("kept", "1", null);
  await compareAndSet(store, "compared", null, "1", null);
  await store.set("for a minute", "1", 60);
  now += 1_000_000_000;
  expect(await store.getMany(["kept", "compared", "for a minute"])).toEqual(["1", "1", null]);
  expect(await store.durability()).toEqual({ kept: false, why: "memory" });
});
