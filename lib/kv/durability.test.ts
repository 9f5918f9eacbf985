import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { STORE_RULES } from "@/e2e/support/store-rules";
import { persistInFolder } from "./durability";
import { createEmbeddedStore } from "./embedded";
import { createFolderStore, type FolderStore } from "./folder-store";
import { compareAndSet } from "./store";

let parent: string;
let folder: string;
let warnings: string[];
let now: number;
const opened: FolderStore[] = [];
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), "longplay-keeping-"));
  folder = join(parent, "data", "history");
  warnings = [];
  now = 0;
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.close()));
  await rm(parent, { recursive: true, force: true });
});

function open() {
  const disk = createFolderStore(
    folder,
    (message) => warnings.push(message),
    () => now,
  );
  opened.push(disk);
  return { disk, store: persistInFolder(createEmbeddedStore(), disk, ["kept:", "held:"]) };
}

test.each(STORE_RULES)("%s", async (_title, rule) => {
  await rule(open().store);
});

test("keys that expire never touch the disk", async () => {
  const { store } = open();
  await store.set("a", "1", 60);
  await compareAndSet(store, "b", null, "2", 60);
  expect(await store.getMany(["a", "b", "c"])).toEqual(["1", "2", null]);
  expect(await store.get("c")).toBeNull();
  expect(await readdir(parent)).toEqual([]);
});

test("durable values survive a restart, and others do not", async () => {
  const before = open();
  await before.store.set("kept:a", "1", null);
  await before.store.set("held:a", "2", null);
  await before.store.set("a", "1", 60);
  await before.disk.close();
  const { store } = open();
  expect(await store.getMany(["a", "kept:a", "held:a"])).toEqual([null, "1", "2"]);
  expect(await store.durability()).toEqual({ kept: true });
});

test("a durable key takes no expiry, and another key needs one", async () => {
  const { store } = open();
  await expect(store.set("a", "1", null)).rejects.toThrow("kept:");
  await expect(store.set("kept:a", "1", 60)).rejects.toThrow("kept:");
  await expect(compareAndSet(store, "a", null, "1", null)).rejects.toThrow("kept:");
  const set = [
    { key: "a", value: "1", ttlSeconds: 60 },
    { key: "kept:a", value: "1", ttlSeconds: null },
  ];
  await expect(store.commit({ guards: [], set })).rejects.toThrow("not both");
  expect(await store.getMany(["a", "kept:a"])).toEqual([null, null]);
});

test("without its folder all is in memory, until the folder is free", async () => {
  const { disk } = open();
  await disk.set("kept:a", "of the first", null);
  const { store } = open();
  await store.set("kept:a", "of the second", null);
  expect(await store.get("kept:a")).toBe("of the second");
  expect(await store.keys("kept:", null)).toEqual({ keys: ["kept:a"], cursor: null });
  expect(await store.durability()).toEqual({ kept: false, why: "in-use" });
  expect(warnings).toHaveLength(1);
  await disk.close();
  now += 30_000;
  expect(await store.get("kept:a")).toBe("of the first");
  expect(await store.durability()).toEqual({ kept: true });
});

test("a disk that fails later is not replaced by the memory, and guards no key that expires", async () => {
  const { disk, store } = open();
  await store.set("kept:a", "1", null);
  await disk.close();
  await rm(folder, { recursive: true });
  await writeFile(folder, "a file");
  await expect(store.get("kept:a")).rejects.toThrow(folder);
  await expect(store.set("kept:a", "2", null)).rejects.toThrow(folder);
  const guards = [{ key: "kept:a", expected: null }];
  const set = [{ key: "a", value: "1", ttlSeconds: 60 }];
  expect(await store.commit({ guards, set })).toMatchObject({ done: true });
  expect(await store.durability()).toEqual({ kept: false, why: "unusable" });
});
