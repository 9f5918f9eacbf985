import { expect, test, vi } from "vitest";
import { createEmbeddedStore } from "@/lib/kv/embedded";
import { createDemo, DEMO_USERS } from "@/lib/retroachievements/demo";
import { loadThroughCaches } from "./load-through-caches";

test("a warm-up loads a player once, stores it and reads it back", async () => {
  const store = createEmbeddedStore();
  const upstream = createDemo();
  const fetchPlayer = vi.spyOn(upstream, "fetchPlayer");
  const getMany = vi.spyOn(store, "getMany");
  const user = DEMO_USERS[0] ?? "";
  await loadThroughCaches(store, upstream, user);
  expect(fetchPlayer).toHaveBeenCalledTimes(1);
  const read = await Promise.all(getMany.mock.results.map(({ value }) => value));
  expect(read.flat().some((value) => value?.startsWith("lp3:"))).toBe(true);
});
