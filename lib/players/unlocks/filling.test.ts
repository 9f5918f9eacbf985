import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { standIn } from "@/e2e/support/unit-stand-in";
import { aServer, later, setUnlocks, shareOneStore, site, ulid } from "@/e2e/support/unit-unlocks";
import { aWireUnlock, manyUnlocks } from "@/e2e/support/wire-unlocks";
import { aPlayer } from "@/lib/domain/test-games";
import { persistInFolder } from "@/lib/kv/durability";
import { DURABLE_PREFIXES } from "@/lib/kv/durable-keys";
import { createEmbeddedStore } from "@/lib/kv/embedded";
import { createFolderStore } from "@/lib/kv/folder-store";
import { keyPages, type Store } from "@/lib/kv/store";
import { LIMITS } from "@/lib/limits";
import { forgetPlayer } from "@/lib/players/forget-player";
import { createRemovedPlayers } from "@/lib/players/removed-players";
import { createWatchedPlayers } from "@/lib/players/watched-players";
import { playedUnlocks } from "@/lib/unlocks/test-unlocks";
import { isComplete } from "./unlock-head";

shareOneStore();

const MINUTE = 60_000;
const DAY = 86_400_000;

const WORDS =
  "Master Treasure Hunter Perfect Level Speed Run No Damage Boss Secret Warp Star Castle Dragon Final Collector All Coins Chapter Night Forest Ocean Desert Mountain Trial Champion Race Gold Medal Silent Assassin Hidden Path Lost Temple Ancient Sword Shield Magic Light Dark World".split(
    " ",
  );

let folder: string | undefined;
afterEach(() => {
  if (folder) rmSync(folder, { recursive: true, force: true });
  folder = undefined;
});

/** A store as a site without another one has it. */
function aFolder() {
  folder ??= mkdtempSync(join(tmpdir(), "unlocks-"));
  const files = createFolderStore(folder, () => undefined);
  return {
    store: persistInFolder(createEmbeddedStore(Date.now), files, DURABLE_PREFIXES),
    close: files.close,
  };
}

const yearsAsked = () =>
  standIn.fillingCalls().map(({ params }) => new Date(Number(params.f) * 1000).getUTCFullYear());
async function countKnown(server: ReturnType<typeof aServer>): Promise<number> {
  const head = await server.load(ulid);
  return head?.years.reduce((sum, { achievements }) => sum + achievements, 0) ?? 0;
}
async function keysOf(store: Store): Promise<string[]> {
  const keys: string[] = [];
  for await (const page of keyPages(store, "longplay:")) keys.push(...page);
  return keys.filter((key) => key.includes(ulid) && key.includes("unlocks"));
}

/** A store for a process that dies after some commits of unlocks: none of its commands ends from then on. */
function dyingAfter(store: Store, commits: number): Store {
  let left = commits;
  const die = () => new Promise<never>(() => undefined);
  return {
    ...store,
    get: (key) => (left < 0 ? die() : store.get(key)),
    getMany: (keys) => (left < 0 ? die() : store.getMany(keys)),
    commit: (commit) => {
      if (commit.set?.some(({ key }) => key.startsWith("longplay:unlocks:"))) left--;
      return left < 0 ? die() : store.commit(commit);
    },
  };
}

test("after a crash in the middle another server goes on at the year where it stopped", async () => {
  setUnlocks(manyUnlocks(8000, 10));
  void aServer({ store: dyingAfter(site.store, 4) }).look();
  await vi.waitFor(() => expect(yearsAsked()).toContain(2022), { timeout: 60_000 });
  // The lock of the dead server runs out.
  later(MINUTE);
  standIn.resetCalls();
  const server = aServer();
  await server.look();
  expect(yearsAsked()[0]).toBe(2022);
  expect(yearsAsked()).not.toContain(2023);
  expect(await countKnown(server)).toBe(8000);
});

test("a year that takes more than a turn goes on at the second where it stopped", async () => {
  const start = Date.parse("2026-01-01T00:00:00Z") / 1000;
  const unlocks = Array.from({ length: 9000 }, (_, at) =>
    aWireUnlock(start + at * 120, { AchievementID: 1 + at }),
  );
  setUnlocks(unlocks, { since: 2026 });
  const first = aServer();
  first.add(await first.ask(), true);
  // Its time is over after the first turn.
  standIn.onCall(() => {
    if (standIn.count("unlocks") === LIMITS.fillingCallsATurn) first.stop();
  });
  await first.run(MINUTE);
  standIn.onCall(null);
  expect(standIn.count("unlocks")).toBe(LIMITS.fillingCallsATurn);
  // A year counts once it is read whole.
  expect((await aServer().load(ulid))?.years).toEqual([]);
  later(MINUTE);
  const server = aServer();
  await server.look();
  expect(await countKnown(server)).toBe(9000);
  // Each call begins in the second in which the one before ended.
  expect(standIn.count("unlocks")).toBe(19);
});

test("a refresh without news costs the store nothing", async () => {
  setUnlocks(manyUnlocks(500, 3), { since: 2023 });
  let reads = 0;
  const store: Store = {
    ...site.store,
    get: (key) => {
      if (key.startsWith("longplay:unlocks:")) reads++;
      return site.store.get(key);
    },
  };
  const server = aServer({ store });
  await server.look();
  const before = reads;
  later(5000);
  await server.look();
  expect(reads).toBe(before);
  later(31 * DAY);
  await server.look();
  expect(reads).toBeGreaterThan(before);
});

test("two servers that fill up a player read each year once", async () => {
  setUnlocks(manyUnlocks(4000, 10));
  standIn.setLatency(10);
  const servers = [aServer(), aServer()];
  await Promise.all(servers.map((server) => server.look()));
  const years = yearsAsked();
  const head = await aServer().load(ulid);
  expect(head && isComplete(head)).toBe(true);
  expect(await countKnown(aServer())).toBe(4000);
  const starts = years.filter((year, at) => years[at - 1] !== year);
  expect(starts).toEqual([...new Set(years)]);
});

test("when RA fails at call 40 of 80, what was read stays, and reading goes on from there", async () => {
  setUnlocks(manyUnlocks(40_000, 10));
  standIn.fail("unavailable", { endpoint: "unlocks", after: 39, times: 1 });
  const server = aServer();
  await server.look();
  expect(standIn.count("unlocks")).toBe(40);
  const known = await countKnown(server);
  expect(known).toBeGreaterThan(12_000);
  // No call before the pause is over, however often somebody looks.
  await server.look();
  expect(standIn.count("unlocks")).toBe(40);
  later(MINUTE);
  await server.look();
  expect(await countKnown(server)).toBe(40_000);
  // One page of each year is not full; the failed call is made again.
  expect(standIn.count("unlocks")).toBeLessThanOrEqual(80 + 11 + 1);
});

test("only a third of the budget is used, and loads and refreshes find theirs", async () => {
  setUnlocks(manyUnlocks(20_000, 10));
  const server = aServer({ callsPerMinute: 60 });
  await server.look();
  // The player's load takes two of the twenty.
  expect(standIn.count("unlocks")).toBe(18);
  await server.look();
  expect(standIn.count("unlocks")).toBe(18);
  const loaded = server.cache.callToFill(ulid, async () => "called");
  await expect(loaded).rejects.toMatchObject({ code: "busy" });
  later(2000);
  const { refresh } = await server.cache.get("MaxMilyin");
  await refresh?.();
  expect(standIn.count("profile")).toBeGreaterThanOrEqual(2);
  let minutes = 0;
  while (standIn.count("unlocks") < 40 && minutes < 10) {
    later(MINUTE);
    minutes++;
    await server.look();
  }
  expect(minutes).toBeLessThanOrEqual(3);
});

test("players are filled up by turns", async () => {
  const start = Date.parse("2024-01-01T00:00:00Z") / 1000;
  const unlocks = Array.from({ length: 6000 }, (_, at) =>
    aWireUnlock(start + at * 120, { AchievementID: 1 + at }),
  );
  setUnlocks(unlocks, { since: 2024 });
  const server = aServer();
  const player = await server.ask();
  const other = aPlayer([], { ulid: "01HZY4".padEnd(26, "0"), memberSince: start });
  server.add(player, true);
  server.add({ ...other, checkedAt: player.checkedAt }, true);
  await server.run(MINUTE);
  const users = standIn.fillingCalls().map(({ params }) => params.u);
  // Ten calls of one, then those of the other, who has none: three empty years.
  expect(users.slice(0, 13)).toEqual([
    ...Array.from({ length: LIMITS.fillingCallsATurn }, () => ulid),
    ...Array.from({ length: 3 }, () => other.profile.ulid.toLowerCase()),
  ]);
  expect(users.slice(13)).toEqual(users.slice(13).map(() => ulid));
});

test("what is stored in a folder is there after a restart", async () => {
  setUnlocks(manyUnlocks(1000, 3), { since: 2023 });
  const first = aFolder();
  await aServer({ store: first.store }).look();
  await first.close();
  const second = aFolder();
  expect(await countKnown(aServer({ store: second.store }))).toBe(1000);
  await second.close();
});

test("forgetting a player deletes all of it, and what is under way writes nothing", async () => {
  setUnlocks(manyUnlocks(4000, 10));
  const removed = createRemovedPlayers({ store: site.store, noticeSeconds: 10 });
  const server = aServer({ store: removed.store });
  server.add(await server.ask(), true);
  standIn.onCall(({ endpoint }) => {
    if (endpoint === "unlocks" && standIn.count("unlocks") === 5) {
      void forgetPlayer(site.store, ulid);
    }
  });
  await server.run(MINUTE);
  await forgetPlayer(site.store, ulid);
  expect(await keysOf(site.store)).toEqual([]);
  await server.run(MINUTE);
  expect(await keysOf(site.store)).toEqual([]);
});

test("90 days after the last look all of it is gone", async () => {
  setUnlocks(manyUnlocks(500, 3), { since: 2023 });
  const server = aServer();
  const watched = createWatchedPlayers(site.store, Date.now, server.forget);
  await watched.add(await server.look())?.();
  expect(await keysOf(site.store)).not.toEqual([]);
  later(89 * DAY);
  // Nobody has looked for a month: the player is no longer checked.
  expect(await watched.list()).toEqual([]);
  expect(await countKnown(aServer())).toBe(500);
  later(2 * DAY);
  await watched.list();
  expect(await keysOf(site.store)).toEqual([]);
  expect(await aServer().load(ulid)).toBeNull();
});

test("of more unlocks than are kept the oldest years have sums only", async () => {
  const start = Date.parse("2023-01-01T00:00:00Z") / 1000;
  const many = Array.from({ length: LIMITS.unlocksAYear + 1 }, (_, at) =>
    aWireUnlock(start + at * 1000, { AchievementID: 1 + at }),
  );
  const newest = aWireUnlock(Date.parse("2026-02-02T00:00:00Z") / 1000, { AchievementID: 99_999 });
  setUnlocks([...many, newest], { since: 2023 });
  const server = aServer();
  await server.look();
  const head = await server.load(ulid);
  expect(head?.sums.reduce((sum, { achievements }) => sum + achievements, 0)).toBe(many.length + 1);
  expect(await server.loadYear(ulid, 2023)).toBeNull();
  expect(await server.loadNames(ulid, 2023)).toBeNull();
  expect(await server.loadYear(ulid, 2026)).toHaveLength(1);
});

test("40,000 unlocks cost some 90 calls, 60 commands, and 4 bytes each", async () => {
  // As people play: some days a week, with titles of all kinds.
  const unlocks = playedUnlocks(40_000, 2500, 10);
  const words = unlocks.map(({ achievementId }) =>
    createHash("sha256").update(String(achievementId)).digest(),
  );
  const title = (bytes: Buffer) =>
    [0, 1, 2].map((at) => WORDS[(bytes[at] ?? 0) % WORDS.length]).join(" ");
  setUnlocks(
    unlocks.map(({ at, achievementId, gameId, isHardcore, points, retroPoints }, index) =>
      aWireUnlock(at, {
        AchievementID: achievementId,
        GameID: gameId,
        HardcoreMode: isHardcore ? 1 : 0,
        Points: points,
        TrueRatio: retroPoints,
        Title: title(words[index] ?? Buffer.of()),
        BadgeName: String(10_000 + ((achievementId * 7) % 400_000)),
      }),
    ),
  );
  let commands = 0;
  let sent = 0;
  const counted = new Proxy(site.store, {
    get(target, name: keyof Store) {
      const value = target[name];
      if (typeof value !== "function") return value;
      return (...given: unknown[]) => {
        const text = JSON.stringify(given);
        if (name !== "time" && !text.includes("longplay:upstream")) {
          commands++;
          sent += text.length;
        }
        return Reflect.apply(value, target, given);
      };
    },
  });
  await aServer({ store: counted }).look();
  const keys = await keysOf(site.store);
  const sizes = new Map<string, number>();
  for (const key of keys) {
    const kind = key.endsWith("names") ? "names" : /:\d{4}$/.test(key) ? "years" : "head";
    sizes.set(kind, (sizes.get(kind) ?? 0) + ((await site.store.get(key))?.length ?? 0));
  }
  expect(standIn.count("unlocks")).toBeLessThanOrEqual(91);
  expect(commands).toBeLessThanOrEqual(70);
  expect(sent).toBeLessThanOrEqual(1_000_000);
  expect(sizes.get("head")).toBeLessThanOrEqual(40_000);
  // Base64 takes a third more.
  expect(((sizes.get("years") ?? 0) * 3) / 4 / 40_000).toBeLessThanOrEqual(8);
});
