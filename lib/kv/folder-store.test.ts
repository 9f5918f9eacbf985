import { execFileSync, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import {
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  truncate,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { ClassicLevel } from "classic-level";
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { STORE_RULES } from "@/e2e/support/store-rules";
import { createFolderStore, type FolderStore } from "./folder-store";
import { repairLevel } from "./level";
import { compareAndSet } from "./store";

const PROCESS = fileURLToPath(new URL("../../e2e/support/folder-process.mjs", import.meta.url));
/** Incompressible, and so on the disk as it is. */
const NOISE = randomBytes(75_000).toString("base64");
/** Whether this system allows a process mounts of its own, such as a small disk. */
const CAN_MOUNT =
  spawnSync("unshare", ["-rm", "sh", "-c", "mount -t tmpfs none /tmp"]).status === 0;

let folder: string;
const opened: FolderStore[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "longplay-folder-store-"));
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.close()));
  await rm(folder, { recursive: true, force: true });
});

function open({ at = folder, now }: { at?: string; now?: () => number } = {}) {
  const warn = vi.fn<(message: string) => void>();
  const store = createFolderStore(at, warn, now);
  opened.push(store);
  return { store, warn };
}

/** Changes the files of a closed store whose names match a pattern. */
async function damage(pattern: RegExp, change: (path: string) => Promise<void>) {
  const names = (await readdir(folder)).filter((name) => pattern.test(name));
  expect(names).not.toEqual([]);
  for (const name of names) await change(join(folder, name));
}

test.each(STORE_RULES)("%s", async (_title, rule) => {
  await rule(open().store);
});

test("values survive closing and opening", async () => {
  const before = open();
  await before.store.set("a", "1", null);
  await compareAndSet(before.store, "b", null, "2", null);
  await before.store.set("gone", "3", null);
  await compareAndSet(before.store, "gone", "3", null, null);
  await before.store.close();

  const after = open();
  expect(await after.store.getMany(["a", "b", "gone"])).toEqual(["1", "2", null]);
  expect(await after.store.keys("", null)).toEqual({ keys: ["a", "b"], cursor: null });
  expect(await after.store.durability()).toEqual({ kept: true });
  expect(before.warn).not.toHaveBeenCalled();
  expect(after.warn).not.toHaveBeenCalled();
});

test("nothing is opened before it is needed", async () => {
  const { store } = open({ at: join(folder, "new") });
  await store.close();
  expect(await readdir(folder)).toEqual([]);
  expect(await store.isThere()).toBe(true);
  expect(await readdir(folder)).toEqual(["new"]);
});

test("each batch is synced to the disk, and writes that arrive meanwhile share one", async () => {
  const batch = vi.spyOn(ClassicLevel.prototype, "batch");
  onTestFinished(() => batch.mockRestore());
  const { store } = open();
  await Promise.all([
    ...Array.from({ length: 8 }, (_, index) => store.set(`${index}`, "x", null)),
    ...Array.from({ length: 8 }, (_, index) => compareAndSet(store, `${index}`, "x", "y", null)),
  ]);
  const calls: unknown[][] = batch.mock.calls;
  expect(calls.length).toBeLessThanOrEqual(3);
  for (const [, options] of calls) expect(options).toEqual({ sync: true });
  expect(await store.getMany(["0", "7"])).toEqual(["y", "y"]);
});

test("a commit sees what an earlier one of the same batch writes or deletes", async () => {
  const { store } = open();
  const results = await Promise.all([
    store.set("busy", "x", null),
    compareAndSet(store, "a", null, "1", null),
    compareAndSet(store, "a", null, "2", null),
    compareAndSet(store, "a", "1", null, null),
    compareAndSet(store, "a", "1", "3", null),
    compareAndSet(store, "a", null, "4", null),
  ]);
  expect(results.slice(1)).toEqual([
    { done: true, current: "1" },
    { done: false, current: "1" },
    { done: true, current: null },
    { done: false, current: null },
    { done: true, current: "4" },
  ]);
});

test("the number of writes that wait for the disk is bounded", async () => {
  const { store } = open();
  const writes = Array.from({ length: 600 }, (_, index) => store.set(`${index}`, "x", null));
  const ends = await Promise.allSettled(writes);
  expect(ends.filter(({ status }) => status === "rejected")).toHaveLength(100);
  expect((await store.keys("", null)).keys).toHaveLength(500);
  await store.set("after that", "x", null);
});

describe("a folder that cannot be used", () => {
  test("is warned of once, and tried again after half a minute", async () => {
    let now = 0;
    const first = open();
    await first.store.set("a", "1", null);
    const second = open({ now: () => now });
    expect(await second.store.isThere()).toBe(false);
    expect(await second.store.durability()).toEqual({ kept: false, why: "in-use" });
    await expect(second.store.set("a", "2", null)).rejects.toThrow("Another process");
    await expect(second.store.get("a")).rejects.toThrow("Another process");
    expect(second.warn.mock.calls).toEqual([[expect.stringContaining(folder)]]);
    expect(second.warn.mock.calls[0]?.[0]).toMatch(/stop that one.*DATA_DIR.*no history is kept/);

    await first.store.close();
    now += 29_999;
    expect(await second.store.isThere()).toBe(false);
    now += 1;
    expect(await second.store.isThere()).toBe(true);
    expect(await second.store.get("a")).toBe("1");
    expect(await second.store.durability()).toEqual({ kept: true });
    expect(second.warn).toHaveBeenCalledTimes(1);
  });

  test("because another process has it, reports that", async () => {
    const writer = startWriter();
    await writer.acknowledged(1);
    const { store, warn } = open();
    expect(await store.durability()).toEqual({ kept: false, why: "in-use" });
    expect(warn).toHaveBeenCalledTimes(1);
    await writer.end("SIGKILL");
    // The system releases the lock of a dead process.
    expect(await open().store.durability()).toEqual({ kept: true });
  });

  test("because there is a file in its place, is left as it is", async () => {
    const file = join(folder, "file");
    await writeFile(file, "mine");
    for (const at of [file, join(file, "below")]) {
      const { store, warn } = open({ at });
      expect(await store.durability()).toEqual({ kept: false, why: "unusable" });
      expect(warn.mock.calls).toEqual([[expect.stringMatching(/cannot be written to \(E/)]]);
    }
    expect(await readFile(file, "utf8")).toBe("mine");
  });

  test.skipIf(!CAN_MOUNT)("because it is read-only, reports that", () => {
    expect(inOwnMounts(`mount -t tmpfs -o ro none "${folder}"`, "look")).toEqual({
      keeping: { kept: false, why: "unusable" },
      warnings: [expect.stringMatching(/cannot be written to \(.*[Rr]ead-only/)],
    });
  });
});

describe("a damaged folder", () => {
  beforeEach(async () => {
    const { store } = open();
    // Some of it in tables, some in the log.
    for (let index = 0; index < 100; index++) {
      await store.set(`key:${index}`, `${index} ${NOISE}`, null);
    }
    await store.close();
  });

  const kinds: [string, RegExp, (path: string) => Promise<void>][] = [
    ["without its index", /^CURRENT$/, (path) => rm(path)],
    ["with rubbish for an index", /^CURRENT$/, (path) => writeFile(path, "rubbish")],
    ["with half a list of files", /^MANIFEST-/, (path) => truncate(path, 20)],
    ["without that list", /^MANIFEST-/, (path) => rm(path)],
    ["without a table", /\.ldb$/, (path) => rename(path, `${path}.elsewhere`)],
  ];
  test.each(kinds)("%s is left alone until it is repaired", async (_kind, pattern, change) => {
    await damage(pattern, change);
    const tables = async () => (await readdir(folder)).filter((name) => /\.ldb/.test(name));
    const before = await tables();
    const { store, warn } = open();
    expect(await store.durability()).toEqual({ kept: false, why: "damaged" });
    expect(warn.mock.calls).toEqual([[expect.stringContaining(folder)]]);
    expect(warn.mock.calls[0]?.[0]).toContain("npm run history -- repair");
    expect(await tables()).toEqual(before);

    await repairLevel(folder);
    const repaired = open();
    expect(await repaired.store.durability()).toEqual({ kept: true });
    const keys = (await repaired.store.keys("key:", null)).keys;
    if (pattern.source.includes("ldb")) expect(keys.length).toBeLessThan(100);
    else expect(keys).toHaveLength(100);
    for (const key of keys) {
      expect(await repaired.store.get(key)).toBe(`${key.slice(4)} ${NOISE}`);
    }
  });

  test("with half a table warns when that is read, and has the rest after a repair", async () => {
    const [table] = (await readdir(folder)).filter((name) => name.endsWith(".ldb"));
    const path = join(folder, table ?? "");
    await truncate(path, (await stat(path)).size - 200);
    const { store, warn } = open();
    expect(await store.durability()).toEqual({ kept: true });
    await expect(store.keys("key:", null)).rejects.toThrow();
    expect(warn.mock.calls).toEqual([[expect.stringMatching(/cannot be read.*repair.*import/)]]);
    await store.close();
    await repairLevel(folder);
    const { keys } = await open().store.keys("key:", null);
    expect(keys.length).toBeGreaterThan(10);
  });
});

test.each([
  ["killed", "SIGKILL", null],
  ["terminated", "SIGTERM", 143],
] as const)(
  "a process that is %s while it writes loses no value that it acknowledged",
  async (_how, signal, code) => {
    const written = new Map<string, string>();
    for (let round = 0; round < 2; round++) {
      const writer = startWriter();
      await writer.acknowledged(40);
      const ended = await writer.end(signal);
      expect(ended.code).toBe(code);
      for (const [key, value] of ended.values) written.set(key, value);
      const { store, warn } = open();
      expect(await store.durability()).toEqual({ kept: true });
      expect(warn).not.toHaveBeenCalled();
      for (const [key, value] of written) {
        // A later value, not acknowledged any more, may be there as well.
        const stored = await store.get(key);
        expect(stored?.length).toBeGreaterThanOrEqual(value.length);
        expect(stored?.startsWith(value)).toBe(true);
      }
      await store.close();
    }
    expect(written.size).toBeGreaterThanOrEqual(3);
  },
);

test.skipIf(!CAN_MOUNT)(
  "a full disk refuses new values, has the old ones, and takes more when there is room",
  () => {
    const output = inOwnMounts(`mount -t tmpfs -o size=24m none "${folder}"`, "fill");
    expect(output).toEqual({
      refused: true,
      tried: "not for half a minute",
      keepingWhenFull: { kept: false, why: "unusable" },
      readWhenFull: "all",
      keepingWithRoom: { kept: true },
      readAfterwards: "all",
      warnings: [expect.stringMatching(/No space left|ENOSPC/)],
    });
  },
);

/** A process that adds letters to some values of the folder, until it is killed. */
function startWriter() {
  const child = spawn(process.execPath, [PROCESS, "write", folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const values = new Map<string, string>();
  const lines = createInterface({ input: child.stdout });
  const ended = Promise.all([once(lines, "close"), once(child, "exit")]);
  let count = 0;
  lines.on("line", (line) => {
    const [key = "", value = ""] = line.split(" ");
    values.set(key, value);
    count++;
  });
  return {
    acknowledged: (atLeast: number) =>
      expect.poll(() => count, { timeout: 30_000 }).toBeGreaterThanOrEqual(atLeast),
    async end(signal: "SIGKILL" | "SIGTERM") {
      child.kill(signal);
      await ended;
      return { code: child.exitCode, values };
    },
  };
}

/** The output of a process that has the folder under a mount of its own. */
function inOwnMounts(mount: string, what: string): unknown {
  const run = `${mount} && exec "${process.execPath}" "${PROCESS}" ${what} "${folder}"`;
  return JSON.parse(
    execFileSync("unshare", ["-rm", "sh", "-c", run], { encoding: "utf8", timeout: 50_000 }),
  );
}
