import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aClient, standIn } from "@/e2e/support/unit-stand-in";
import { aWirePlayer } from "@/e2e/support/wire-player";
import { createEmbeddedStore } from "@/lib/kv/embedded";
import type { Store } from "@/lib/kv/store";
import { forgetPlayer, rememberPlayer } from "./forget-player";
import { createHiddenPlayers } from "./hidden-players";
import { createPlayerCache, type PlayerCache } from "./player-cache";
import { createRefusal } from "./refuse-removed";
import { createRemovedPlayers, noticeSeconds } from "./removed-players";

const NAME = "Leaver";
const PLAYER = aWirePlayer({ name: NAME, games: 3 });
const { ULID } = PLAYER.profile;
const NOT_FOUND = { code: "player-not-found" };

let store: Store;
beforeEach(() => {
  // The time of day alone: answers of the stand-in take what they take.
  vi.useFakeTimers({ toFake: ["Date"] });
  standIn.setPlayer(PLAYER);
  // With all in one place, as Redis has it.
  store = { ...createEmbeddedStore(Date.now), name: "vercel-kv" };
});
afterEach(() => {
  vi.useRealTimers();
});

const later = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000);

/** A server of the site: what it stores is shared, what it keeps at hand is its own. */
function aServer({ freshSeconds = 300, hide = [] as string[] } = {}) {
  const hidden = createHiddenPlayers(hide, store, (user) => cache.fetchPair(user));
  const removed = createRemovedPlayers({
    store,
    isHidden: hidden.has,
    noticeSeconds: noticeSeconds(freshSeconds),
  });
  const refusal = createRefusal(removed, hidden);
  const cache: PlayerCache = refusal.cache(
    createPlayerCache({
      store: removed.store,
      upstream: refusal.upstream(aClient()),
      freshSeconds,
      staleSeconds: 3600,
      callsPerMinute: 10_000,
    }),
  );
  return {
    ...cache,
    async get(user: string) {
      const found = await cache.get(user);
      await found.stored;
      return found;
    },
  };
}

/** All keys that name the player. */
async function traces(): Promise<string[]> {
  const { keys } = await store.keys("longplay:", null);
  const values = await store.getMany(keys);
  return keys
    .map((key, at) => `${key} ${values[at]}`.toLowerCase())
    .filter((text) => text.includes(NAME.toLowerCase()) || text.includes(ULID.toLowerCase()));
}

test("a server with a removed player in memory shows them for the notice time at most, and no other server does", async () => {
  const [warm, other] = [aServer(), aServer()];
  await warm.get(NAME);
  later(100);
  expect(await forgetPlayer(store, ULID)).toBe(2);
  expect(await traces()).toEqual([]);
  for (const user of [NAME, ULID]) await expect(other.get(user)).rejects.toMatchObject(NOT_FOUND);
  expect((await warm.get(NAME)).state).toBe("hit");
  later(noticeSeconds(300) - 100);
  for (const user of [NAME, ULID]) await expect(warm.get(user)).rejects.toMatchObject(NOT_FOUND);
  expect(standIn.count("profile")).toBe(1);
  expect(await traces()).toEqual([]);
});

test("where players are fresh for a day, a removal is noticed within five minutes", async () => {
  const warm = aServer({ freshSeconds: 86_400 });
  await warm.get(NAME);
  await forgetPlayer(store, ULID);
  later(299);
  expect((await warm.get(NAME)).state).toBe("hit");
  later(1);
  await expect(warm.get(NAME)).rejects.toMatchObject(NOT_FOUND);
});

test("a fresh player costs no more store commands than without removals", async () => {
  const warm = aServer();
  await warm.get(NAME);
  const asked = vi.spyOn(store, "getMany");
  for (let seconds = 0; seconds < 299; seconds++) {
    later(1);
    await warm.get(seconds % 2 ? NAME : ULID);
  }
  expect(asked).not.toHaveBeenCalled();
});

test.each([NAME, ULID])("a load of %s that is under way stores nothing", async (user) => {
  const server = aServer();
  const begun = new Promise<void>((resolve) => standIn.onCall(() => resolve()));
  standIn.setLatency(200);
  const loading = server.get(user).catch((error: unknown) => error);
  await begun;
  await forgetPlayer(store, ULID);
  await loading;
  standIn.setLatency(0);
  await expect(server.get(NAME)).rejects.toMatchObject(NOT_FOUND);
  await expect(server.get(ULID)).rejects.toMatchObject(NOT_FOUND);
  expect((await traces()).filter((key) => !key.startsWith("longplay:lock:"))).toEqual([]);
});

test("a refresh that is under way, and a daily check, store nothing", async () => {
  const [server, watching] = [aServer(), aServer()];
  await server.get(NAME);
  await watching.get(NAME);
  later(301);
  const { refresh } = await server.get(NAME);
  await forgetPlayer(store, ULID);
  standIn.resetCalls();
  await refresh?.();
  await expect(watching.check(ULID, Date.now())).rejects.toMatchObject(NOT_FOUND);
  expect(standIn.count("progress")).toBe(0);
  expect(await traces()).toEqual([]);
});

test("a removed player is not found by a new name, and a player who takes the old name is shown", async () => {
  await aServer().get(NAME);
  await forgetPlayer(store, ULID);
  standIn.setPlayer({ ...PLAYER, profile: { ...PLAYER.profile, User: "Leaver2" } });
  const heir = aWirePlayer({ name: NAME, games: 2, seed: 5 });
  standIn.setPlayer({ ...heir, profile: { ...heir.profile, ULID: ULID.replace(/..$/, "ZZ") } });
  standIn.resetCalls();
  for (const server of [aServer(), aServer()]) {
    await expect(server.get("Leaver2")).rejects.toMatchObject(NOT_FOUND);
  }
  expect(standIn.count("profile")).toBe(1);
  later(86_401);
  const { player } = await aServer().get(NAME);
  expect(player.games).toHaveLength(2);
});

test("a player whose removal is lifted is loaded again, also by a server that had them in memory", async () => {
  const server = aServer();
  await server.get(NAME);
  await forgetPlayer(store, ULID);
  later(301);
  await expect(server.get(NAME)).rejects.toMatchObject(NOT_FOUND);
  expect(await rememberPlayer(store, [NAME])).toBe(true);
  expect(await rememberPlayer(store, [NAME, ULID])).toBe(false);
  later(301);
  standIn.resetCalls();
  expect((await server.get(NAME)).state).toBe("miss");
  // The whole list, and not what is newer than what was known.
  expect(standIn.calls().find(({ endpoint }) => endpoint === "progress")?.params.c).toBe("500");
});

test("a hidden player costs all servers one profile call, and nothing is stored", async () => {
  for (const hide of [[NAME.toUpperCase()], [ULID]]) {
    standIn.resetCalls();
    store = { ...createEmbeddedStore(Date.now), name: "vercel-kv" };
    for (const server of [aServer({ hide }), aServer({ hide })]) {
      for (const user of [NAME, ULID, NAME.toLowerCase()]) {
        await expect(server.get(user)).rejects.toMatchObject(NOT_FOUND);
      }
      await expect(server.getSince(ULID, 0)).rejects.toMatchObject(NOT_FOUND);
    }
    expect([standIn.count("profile"), standIn.count("progress")]).toEqual([1, 0]);
    expect(await traces()).toEqual([]);
  }
});

test("a stored hidden player is shown by neither name nor ULID, even while RA is down", async () => {
  await aServer().get(NAME);
  standIn.fail("unavailable");
  for (const hide of [[NAME], [ULID]]) {
    const server = aServer({ hide });
    for (const user of [ULID, NAME]) {
      await expect(server.get(user)).rejects.toMatchObject(NOT_FOUND);
    }
  }
});
