import { beforeEach, expect, test, vi } from "vitest";
import { createEmbeddedStore } from "@/lib/kv/embedded";
import type { Store } from "@/lib/kv/store";
import { createVercelKvStore } from "@/lib/kv/vercel-kv";
import { guardStore } from "./guarded-store";

const events = vi.hoisted((): unknown[] => []);
vi.mock("@/lib/observe/observe", () => ({ observe: (event: unknown) => events.push(event) }));
beforeEach(() => {
  events.length = 0;
});

// Nothing listens on port 1: the real client gets a real refusal.
const downStore = () => createVercelKvStore("http://127.0.0.1:1", "hidden-token");

test("a store that is down reads as undefined and drops writes", async () => {
  const store = guardStore(downStore(), Date.now);
  expect(await store.get("a")).toBeUndefined();
  expect(await store.getMany(["a", "b"])).toBeUndefined();
  expect(await store.set("a", "1", 60)).toBe(false);
  expect(await store.compareAndSet("a", null, "1", 60)).toBeUndefined();
});

test("while it is down it is tried every five seconds only", async () => {
  let asked = 0;
  let now = 0;
  const store = guardStore(
    {
      ...createEmbeddedStore(),
      get: async () => {
        asked++;
        throw new Error("down");
      },
    },
    () => now,
  );
  for (; now < 10_000; now += 1000) await store.get("a");
  expect(asked).toBe(2);
});

test("one refused write stops neither reads nor locks", async () => {
  const embedded = createEmbeddedStore();
  const full: Store = {
    ...embedded,
    set: async () => {
      throw new Error("full");
    },
  };
  const store = guardStore(full, Date.now);
  await embedded.set("kept", "1", 60);
  expect(await store.set("a", "1", 60)).toBe(false);
  expect(await store.get("kept")).toBe("1");
  expect(await store.compareAndSet("lock", null, "1", 60)).toMatchObject({ done: true });
});

test("reads are passed on, and each command is observed with its outcome", async () => {
  const embedded = createEmbeddedStore();
  const failing: Store = { ...embedded, commit: () => Promise.reject(new Error("down")) };
  const store = guardStore(failing, Date.now);
  expect(await store.set("a", "1", 60)).toBe(true);
  expect(await store.getMany(["a", "b"])).toEqual(["1", null]);
  expect(await store.get("a")).toBe("1");
  await store.compareAndSet("a", "1", "2", 60);
  await store.compareAndSet("a", "1", "2", 60);
  const aCommand = (command: string, ok: boolean) => ({
    type: "store",
    command,
    ok,
    milliseconds: expect.any(Number),
  });
  // The second exchange was not tried.
  expect(events).toEqual([
    aCommand("set", true),
    aCommand("get", true),
    aCommand("get", true),
    { ...aCommand("compare-and-set", false), answer: "down" },
  ]);
});

test("a store that fails to read one value is not asked for others", async () => {
  const getMany = vi.fn(createEmbeddedStore().getMany);
  const get = () => Promise.reject(new Error("down"));
  const store = guardStore({ ...createEmbeddedStore(), get, getMany }, () => 0);
  await store.get("a");
  expect(await store.getMany(["b"])).toBeUndefined();
  expect(getMany).not.toHaveBeenCalled();
});

test("a clock that is set back does not make a pause longer", async () => {
  const get = vi.fn(() => Promise.reject(new Error("down")));
  let now = 3_600_000;
  const store = guardStore({ ...createEmbeddedStore(), get }, () => now);
  await store.get("a");
  now -= 600_000;
  await store.get("a");
  expect(get).toHaveBeenCalledTimes(2);
});
