import { expect, test } from "vitest";
import { createVercelKvStore } from "@/lib/kv/vercel-kv";
import { guardStore } from "./guarded-store";

// Nothing listens on port 1: the real client gets a real refusal.
const downStore = () => createVercelKvStore("http://127.0.0.1:1", "hidden-token");

test("a store that is down reads as empty and swallows writes", async () => {
  const store = guardStore(downStore(), () => {}, Date.now);
  expect(await store.get("a")).toBeNull();
  await expect(store.set("a", "1", 60)).resolves.toBeUndefined();
});

test("says so once a minute, without the address or the token", async () => {
  const lines: string[] = [];
  let now = 0;
  const store = guardStore(
    downStore(),
    (line) => lines.push(line),
    () => now,
  );
  for (; now < 120_000; now += 6000) await store.get("a");
  expect(lines).toHaveLength(2);
  expect(lines.join()).not.toMatch(/127\.0\.0\.1|hidden-token/);
});

test("while it is down it is asked every five seconds only", async () => {
  let asked = 0;
  let now = 0;
  const store = guardStore(
    {
      name: "vercel-kv",
      get: async () => {
        asked++;
        throw new Error("down");
      },
      set: async () => {},
    },
    () => {},
    () => now,
  );
  for (; now < 10_000; now += 1000) await store.get("a");
  expect(asked).toBe(2);
});
