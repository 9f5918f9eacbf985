import { expect, test } from "vitest";
import { standIn } from "@/e2e/support/unit-stand-in";
import { aServer, later, setUnlocks, shareOneStore, site, ulid } from "@/e2e/support/unit-unlocks";
import type { WireUnlock } from "@/e2e/support/wire-player";
import { aWireUnlock, manyUnlocks, withMove, withoutAchievement } from "@/e2e/support/wire-unlocks";
import { sumDays } from "@/lib/unlocks/day-sums";
import { namesKey, yearKey } from "./keys";
import { isComplete } from "./unlock-head";

shareOneStore();

const DAY = 86_400_000;
const secondOf = (text: string) => Date.parse(text) / 1000;

/** Unlocks as RA lists them: when, what, and in which mode. */
const rows = (unlocks: readonly WireUnlock[]) =>
  unlocks.map(({ Date: at, AchievementID, HardcoreMode, Points }) => [
    secondOf(`${at.replace(" ", "T")}Z`),
    Number(AchievementID),
    HardcoreMode === 1,
    Number(Points),
  ]);
async function known(server: ReturnType<typeof aServer>) {
  const all = await server.all();
  return all.map(({ at, achievementId, isHardcore, points }) => [
    at,
    achievementId,
    isHardcore,
    points,
  ]);
}

/** What a server that has just started reads has to be what RA lists, to the last figure. */
async function expectAll(unlocks: readonly WireUnlock[]): Promise<void> {
  const server = aServer();
  expect(await known(server)).toEqual(rows(unlocks));
  const head = await server.load(ulid);
  expect(head && isComplete(head)).toBe(true);
  expect(head?.sums).toEqual(sumDays(await server.all()));
  for (const { year } of head?.years ?? []) {
    const ids = (await server.loadYear(ulid, year))?.map(({ achievementId }) => achievementId);
    const names = (await server.loadNames(ulid, year))?.map(({ achievementId }) => achievementId);
    expect(names).toEqual(ids?.toSorted((a, b) => a - b));
  }
}

const THREE = [
  aWireUnlock(secondOf("2019-05-05T10:00:00Z"), { AchievementID: 1, HardcoreMode: 0 }),
  aWireUnlock(secondOf("2023-12-31T23:59:59Z"), { AchievementID: 2 }),
  aWireUnlock(secondOf("2026-07-31T10:00:00Z"), { AchievementID: 3 }),
];

test("everything since the registration is there after one look, newest year first", async () => {
  const unlocks = manyUnlocks(4000, 10);
  setUnlocks(unlocks);
  await aServer().look();
  await expectAll(unlocks);
  const years = standIn
    .fillingCalls()
    .map(({ params }) => new Date(Number(params.f) * 1000).getUTCFullYear());
  expect(years).toEqual(years.toSorted((a, b) => b - a));
  expect(years[0]).toBe(2026);
  expect(years.at(-1)).toBe(2016);
});

test("a player without a visit is not filled up", async () => {
  setUnlocks(THREE);
  const server = aServer();
  server.add(await server.ask(), false);
  await server.run(60_000);
  expect(standIn.count("unlocks")).toBe(0);
  expect(await server.load(ulid)).toBeNull();
});

test("nothing is asked again without news, by any server", async () => {
  setUnlocks(THREE);
  await aServer().look();
  const calls = standIn.count("unlocks");
  later(5000);
  const server = aServer();
  await server.look();
  await server.look();
  expect(standIn.count("unlocks")).toBe(calls);
});

test("news cost one call, whoever has seen them", async () => {
  setUnlocks(THREE);
  await aServer().look();
  later(3_600_000);
  const newer = [...THREE, aWireUnlock(Date.now() / 1000 - 60, { AchievementID: 4 })];
  setUnlocks(newer);
  standIn.resetCalls();
  const server = aServer();
  // As the daily check does.
  server.add(await server.ask(), false);
  await server.run(60_000);
  expect(standIn.count("unlocks")).toBe(1);
  await expectAll(newer);
});

test("news of a new year open it, and so do those on both sides of midnight", async () => {
  setUnlocks(THREE);
  await aServer().look();
  later(Date.parse("2028-01-02T00:00:00Z") - Date.now());
  const newer = [
    ...THREE,
    aWireUnlock(secondOf("2026-12-31T23:59:59Z"), { AchievementID: 4 }),
    aWireUnlock(secondOf("2028-01-01T00:00:00Z"), { AchievementID: 5 }),
  ];
  setUnlocks(newer);
  await aServer().look();
  await expectAll(newer);
});

test("a casual unlock that becomes a hardcore one leaves its old year", async () => {
  setUnlocks(THREE);
  await aServer().look();
  later(3_600_000);
  const moved = withMove(THREE, 1, Date.now() / 1000 - 60);
  setUnlocks(moved);
  standIn.resetCalls();
  await aServer().look();
  expect(standIn.count("unlocks")).toBe(1);
  await expectAll(moved);
});

test("an unlock that moves while its year is being read is there once", async () => {
  const start = secondOf("2025-01-01T00:00:00Z");
  const unlocks = Array.from({ length: 6000 }, (_, at) =>
    aWireUnlock(start + at * 600, { AchievementID: 1 + at, HardcoreMode: at < 3 ? 0 : 1 }),
  );
  setUnlocks(unlocks, { since: 2025 });
  standIn.fail("unavailable", { endpoint: "unlocks", after: 4 });
  await aServer().look();
  standIn.fail(null);
  later(3_600_000);
  const moved = withMove(unlocks, 2, Date.now() / 1000 - 60);
  setUnlocks(moved, { since: 2025 });
  await aServer().look();
  await expectAll(moved);
});

test("an achievement that was demoted is gone when its year is read again, after 30 days", async () => {
  setUnlocks(THREE);
  await aServer().look();
  const fewer = withoutAchievement(THREE, 1);
  setUnlocks(fewer, { missing: Number(THREE[0]?.Points) });
  later(29 * DAY);
  await aServer().look();
  expect(await known(aServer())).toEqual(rows(THREE));
  later(2 * DAY);
  standIn.resetCalls();
  await aServer().look();
  await expectAll(fewer);
  // Each of the eleven years once; and another year, since RA says of a player that it does not find that nothing is there.
  expect(standIn.count("unlocks")).toBe(12);
  standIn.resetCalls();
  later(DAY);
  await aServer().look();
  expect(standIn.count("unlocks")).toBe(0);
});

const titlesOf = async (year: number) =>
  (await aServer().loadNames(ulid, year))?.map(({ title }) => title) ?? null;
const damageNames = (year: number) =>
  site.store.commit({
    guards: [],
    set: [{ key: namesKey(ulid, year), value: "lpun1:damaged", ttlSeconds: null }],
  });

test("a title and a badge that have changed are those of today once the year is read again", async () => {
  setUnlocks(THREE);
  await aServer().look();
  const before = await aServer().load(ulid);
  setUnlocks(
    THREE.map((unlock) =>
      unlock.AchievementID === 2 ? { ...unlock, Title: "New", BadgeName: "77777" } : unlock,
    ),
  );
  later(31 * DAY);
  await aServer().look();
  const server = aServer();
  expect(await server.loadNames(ulid, 2023)).toEqual([
    { achievementId: 2, title: "New", badgeName: "77777" },
  ]);
  const after = await server.load(ulid);
  expect(after?.changes).toBeGreaterThan(before?.changes ?? 0);
  const changedBy = (head: typeof after, year: number) =>
    head?.years.find((each) => each.year === year)?.changedBy ?? 0;
  expect(changedBy(after, 2023)).toBeGreaterThan(changedBy(before, 2023));
  expect(changedBy(after, 2019)).toBe(changedBy(before, 2019));
});

test("titles that are damaged are back once the year is read again", async () => {
  setUnlocks(THREE);
  await aServer().look();
  await damageNames(2023);
  expect(await titlesOf(2023)).toBeNull();
  later(31 * DAY);
  await aServer().look();
  await expectAll(THREE);
});

test("a year with damaged titles that has news or loses an unlock is read again at once", async () => {
  const casual = aWireUnlock(secondOf("2019-06-05T10:00:00Z"), { AchievementID: 9 });
  const unlocks = [...THREE.slice(0, 1), casual, ...THREE.slice(1)];
  setUnlocks(unlocks);
  await aServer().look();
  await damageNames(2019);
  await damageNames(2026);
  later(3_600_000);
  const moved = withMove(unlocks, 1, Date.now() / 1000 - 60);
  setUnlocks(moved);
  await aServer().look();
  await expectAll(moved);
  expect(await titlesOf(2019)).toEqual([casual.Title]);
});

test("points that the sums no longer explain have all years read again, once", async () => {
  setUnlocks(THREE, { missing: 100 });
  await aServer().look();
  later(3_600_000);
  const revised = THREE.map((unlock) => ({ ...unlock, Points: 50 }));
  setUnlocks(revised, { missing: 100 });
  await aServer().look();
  await expectAll(revised);
  standIn.resetCalls();
  // Fewer points that are missing are fine; more of them are how it is, once all years are read again.
  later(3_600_000);
  setUnlocks(revised, { missing: 300 });
  await aServer().look();
  expect(standIn.count("unlocks")).toBe(1);
  later(2 * DAY);
  standIn.resetCalls();
  setUnlocks(revised, { missing: 301 });
  await aServer().look();
  expect(standIn.count("unlocks")).toBe(12);
  later(2 * DAY);
  setUnlocks(revised, { missing: 300 });
  standIn.resetCalls();
  await aServer().look();
  expect(standIn.count("unlocks")).toBe(1);
});

test("an empty answer does not delete a year, unless the profile has lost its points too", async () => {
  setUnlocks(THREE);
  await aServer().look();
  later(31 * DAY);
  const server = aServer();
  const player = await server.ask();
  // RA no longer finds them.
  standIn.removePlayer("MaxMilyin");
  server.add(player, true);
  await server.run(60_000);
  await expectAll(THREE);
  // All progress was reset.
  setUnlocks([]);
  later(31 * DAY);
  await aServer().look();
  await expectAll([]);
});

test("a player without an unlock is complete", async () => {
  setUnlocks([], { since: 2024 });
  await aServer().look();
  await expectAll([]);
  expect(standIn.count("unlocks")).toBe(3);
});

test("more unlocks in a second than a call can bring do not stop the others", async () => {
  const second = secondOf("2026-03-01T00:00:00Z");
  const unlocks = Array.from({ length: 510 }, (_, at) =>
    aWireUnlock(second, { AchievementID: 1 + at }),
  );
  const newest = aWireUnlock(second + 5, { AchievementID: 1000 });
  setUnlocks([...unlocks, newest], { since: 2026 });
  const server = aServer();
  await server.look();
  expect(await known(server)).toEqual(rows([...unlocks.slice(0, 500), newest]));
});

test("without the store no view fails, and it goes on when the store is back", async () => {
  setUnlocks(THREE);
  const { store } = site;
  let isDown = true;
  const down = async () => {
    throw new Error("down");
  };
  const flaky = {
    ...store,
    get: (key: string) => (isDown ? down() : store.get(key)),
    getMany: (keys: string[]) => (isDown ? down() : store.getMany(keys)),
    commit: (...given: Parameters<typeof store.commit>) =>
      isDown ? down() : store.commit(...given),
  };
  const server = aServer({ store: flaky });
  await server.look();
  expect(standIn.count("unlocks")).toBe(0);
  await expect(server.load(ulid)).rejects.toThrow();
  isDown = false;
  later(60_000);
  await server.look();
  await expectAll(THREE);
});

test("a year and its titles are read from the store once, until they change", async () => {
  setUnlocks(THREE);
  await aServer().look();
  const reads: string[] = [];
  const { store } = site;
  const server = aServer({
    store: {
      ...store,
      getMany: (keys) => {
        reads.push(...keys.filter((key) => key.includes(":2023")));
        return store.getMany(keys);
      },
    },
  });
  const load = () => Promise.all([server.loadYear(ulid, 2023), server.loadNames(ulid, 2023)]);
  await Promise.all([load(), load()]);
  const [unlocks, names] = await load();
  expect([unlocks?.length, names?.length]).toEqual([1, 1]);
  expect(reads.sort()).toEqual([yearKey(ulid, 2023), namesKey(ulid, 2023)]);
  setUnlocks(THREE.map((unlock) => ({ ...unlock, Title: "New" })));
  later(31 * DAY);
  await aServer().look();
  expect(await load()).toMatchObject([[{ achievementId: 2 }], [{ title: "New" }]]);
});
