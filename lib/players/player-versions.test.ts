import { beforeEach, expect, test, vi } from "vitest";
import { aClient, standIn } from "@/e2e/support/unit-stand-in";
import { aWirePlayer } from "@/e2e/support/wire-player";
import { createEmbeddedStore } from "@/lib/kv/embedded";
import type { Store } from "@/lib/kv/store";
import { createPlayerCache, type PlayerCache } from "./player-cache";

beforeEach(() => {
  standIn.setPlayer(aWirePlayer({ name: "Versed", games: 3 }));
});

const ULID = aWirePlayer({ name: "Versed" }).profile.ULID;

function anInstance(store: Store, freshSeconds = 300): PlayerCache {
  const settings = { freshSeconds, staleSeconds: 3600, callsPerMinute: 10_000 };
  return createPlayerCache({ store, upstream: aClient(), ...settings });
}

/** Refreshes a player who has changed since. @returns when RA was asked */
async function refreshed(instance: PlayerCache): Promise<number> {
  standIn.setPlayer(aWirePlayer({ name: "Versed", games: 5 }));
  await (await instance.get(ULID)).refresh?.();
  return (await instance.get(ULID)).player.checkedAt;
}

test("a server with an older snapshot reads the newer one that a version names from the store", async () => {
  const store = createEmbeddedStore();
  // Data that is never fresh is refreshed by every answer.
  const [proxy, page] = [anInstance(store, 0), anInstance(store, 300)];
  await (await page.get(ULID)).stored;
  const checkedAt = await refreshed(proxy);
  expect((await page.get(ULID)).player.games).toHaveLength(3);
  standIn.resetCalls();
  const { player } = await page.getSince(ULID, checkedAt);
  expect(player.games).toHaveLength(5);
  expect(player.checkedAt).toBe(checkedAt);
  expect(standIn.calls()).toHaveLength(0);
});

test("a snapshot on its way to the store is waited for", async () => {
  const store = createEmbeddedStore();
  let looks = 0;
  const slow: Store = {
    ...store,
    set: async (...given) => {
      await vi.waitUntil(() => looks >= 3, { interval: 1, timeout: 60_000 });
      return store.set(...given);
    },
  };
  const looking: Store = {
    ...store,
    getMany: (keys) => {
      looks++;
      return store.getMany(keys);
    },
  };
  const [proxy, page] = [anInstance(slow), anInstance(looking)];
  const { player, stored } = await proxy.get(ULID);
  standIn.resetCalls();
  expect((await page.getSince(ULID, player.checkedAt)).player.games).toHaveLength(3);
  expect(standIn.calls()).toHaveLength(0);
  await stored;
});

test("servers that share no store ask RA, however fresh their snapshot is", async () => {
  const [proxy, page] = [anInstance(createEmbeddedStore(), 0), anInstance(createEmbeddedStore())];
  await page.get(ULID);
  await proxy.get(ULID);
  const checkedAt = await refreshed(proxy);
  const since = await page.getSince(ULID, checkedAt);
  expect(since.player.games).toHaveLength(5);
  expect(since.player.checkedAt).toBeGreaterThanOrEqual(checkedAt);
});

test("a snapshot that is nowhere is not replaced by an older one", async () => {
  const page = anInstance(createEmbeddedStore());
  const { player } = await page.get(ULID);
  standIn.fail("unavailable");
  await expect(page.getSince(ULID, player.checkedAt + 1)).rejects.toMatchObject({
    code: "unavailable",
  });
  expect((await page.getSince(ULID, player.checkedAt)).player.games).toHaveLength(3);
});

test("a snapshot in memory costs no store command", async () => {
  let commands = 0;
  const store = createEmbeddedStore();
  const counted: Store = {
    ...store,
    getMany: (keys) => {
      commands++;
      return store.getMany(keys);
    },
  };
  const page = anInstance(counted);
  const { player, stored } = await page.get(ULID);
  await stored;
  commands = 0;
  await page.getSince(ULID.toLowerCase(), player.checkedAt);
  expect(commands).toBe(0);
});

test("a player who is not in memory is loaded", async () => {
  const { player, state } = await anInstance(createEmbeddedStore()).getSince(ULID, 0);
  expect([player.profile.name, state]).toEqual(["Versed", "miss"]);
});
