import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "longplay-kv-"));
  // Settings are read once in a process.
  vi.resetModules();
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

async function withSettings(settings: Record<string, string>) {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  return import(".");
}

const KV = { KV_REST_API_URL: "http://127.0.0.1:1", KV_REST_API_TOKEN: "a-token" };
const HEAD = `longplay:history:${"01hzy3".padEnd(26, "0")}`;

test("a site with a store uses it, wherever it runs", async () => {
  const { createStore, openDurableStore } = await withSettings({ ...KV, VERCEL: "1" });
  const store = createStore();
  expect(store.name).toBe("vercel-kv");
  expect(await store.durability()).toEqual({ kept: true });
  expect((await openDurableStore(false)).store.name).toBe("vercel-kv");
});

test("a site without one keeps its history in DATA_DIR, which is made when needed", async () => {
  const DATA_DIR = join(folder, "data");
  const { createStore, durableFolder, openDurableStore } = await withSettings({ DATA_DIR });
  await expect(openDurableStore(false)).rejects.toThrow(DATA_DIR);
  const moving = await openDurableStore(true);
  expect(moving.place).toBe(join(DATA_DIR, "history"));
  expect(durableFolder()).toBe(moving.place);
  await moving.store.set(HEAD, "1", null);
  await moving.close();

  const store = createStore();
  expect(await store.get(HEAD)).toBe("1");
  await store.set("longplay:player:someone", "1", 60);
  expect(await store.keys(HEAD, null)).toEqual({ keys: [HEAD], cursor: null });
});

test("a function of Vercel writes to no disk", async () => {
  const { createStore } = await withSettings({ DATA_DIR: folder, VERCEL: "1" });
  const store = createStore();
  await store.set(HEAD, "1", null);
  expect(await store.get(HEAD)).toBe("1");
  expect(await store.durability()).toEqual({ kept: false, why: "memory" });
  expect(await readdir(folder)).toEqual([]);
});

test("the owner is warned why nothing is kept", async () => {
  await writeFile(join(folder, "history"), "a file");
  const { createStore, openDurableStore } = await withSettings({ DATA_DIR: folder });
  const { setObserver } = await import("@/lib/observe/observe");
  const warn = vi.fn();
  setObserver((event) => event.type === "warning" && warn(event.message));
  const store = createStore();
  await store.set(HEAD, "1", null);
  expect(await store.get(HEAD)).toBe("1");
  expect(warn.mock.calls).toEqual([[expect.stringMatching(/DATA_DIR.*no history is kept\.$/)]]);
  await expect(openDurableStore(true)).rejects.toThrow("DATA_DIR");
});
