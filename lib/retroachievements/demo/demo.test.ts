import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { AWARD_KINDS } from "@/lib/domain/player";
import { createDemo, DEMO_USERS } from "./index";

const fetchDemo = async (user: string) => (await createDemo(() => 1000).fetchPlayer(user)).player;
const [big = "", rival = "", small = "", empty = ""] = DEMO_USERS;

test("four players: two large libraries, a dozen games, and none", async () => {
  expect((await fetchDemo(big)).games.length).toBeGreaterThan(1290);
  expect((await fetchDemo(rival)).games).toHaveLength(640);
  expect((await fetchDemo(small)).games).toHaveLength(12);
  expect((await fetchDemo(empty)).games).toHaveLength(0);
});

test("a player is found by name and ULID, in any case, and no other is", async () => {
  const player = await fetchDemo(big);
  expect(player.profile.ulid).toMatch(/^[0-9A-Z]{26}$/);
  expect(await fetchDemo(big.toLowerCase())).toEqual(player);
  expect(await fetchDemo(player.profile.ulid.toLowerCase())).toEqual(player);
  await expect(fetchDemo("MaxMilyin")).rejects.toMatchObject({ code: "player-not-found" });
});

test("the library is always the same", async () => {
  expect(await fetchDemo(big)).toEqual(await fetchDemo(big));
});

test("the large library has 20 systems, ten years, and no repeated game or icon", async () => {
  const { games } = await fetchDemo(big);
  expect(new Set(games.map((game) => game.systemId)).size).toBeGreaterThanOrEqual(20);
  expect(new Set(games.map((game) => game.id)).size).toBe(games.length);
  expect(new Set(games.map((game) => game.iconPath)).size).toBe(games.length);
  const dates = games.map((game) => game.mostRecentAwardedAt ?? 0);
  expect(((dates[0] ?? 0) - (dates.at(-1) ?? 0)) / 86_400 / 365).toBeGreaterThan(10);
  expect(dates).toEqual([...dates].sort((a, b) => b - a));
});

test("it has everything that RA's lists can contain", async () => {
  const { games } = await fetchDemo(big);
  const kinds = new Set(games.map((game) => game.highestAwardKind));
  for (const kind of [...AWARD_KINDS, null]) expect(kinds).toContain(kind);
  const some = (holds: (game: (typeof games)[0]) => boolean) =>
    expect(games.some(holds)).toBe(true);
  some((game) => game.maxPossible === 0 && game.highestAwardKind !== null);
  some((game) => game.highestAwardKind === "mastered" && game.numAwarded < game.maxPossible);
  some((game) => game.maxPossible > 0 && game.numAwarded > game.maxPossible);
  some((game) => game.numAwarded > 0 && game.numAwardedHardcore === 0);
  some((game) => /^~Hack~ /.test(game.title));
  some((game) => /^~Homebrew~ /.test(game.title));
  some((game) => /\[Subset - .+\]$/.test(game.title));
  some((game) => /[éōñãä]/.test(game.title));
});

test("every game has the name of a system, which strict clients require", async () => {
  for (const user of DEMO_USERS) {
    for (const { systemName } of (await fetchDemo(user)).games) expect(systemName).toBeTruthy();
  }
});

test("the small library shares games with the large one, with its own progress", async () => {
  const [large, few] = [(await fetchDemo(big)).games, (await fetchDemo(small)).games];
  const common = few.filter(({ id }) => large.some((game) => game.id === id));
  expect(common).toHaveLength(9);
  for (const { id, title, maxPossible } of common) {
    expect(large.find((game) => game.id === id)).toMatchObject({ title, maxPossible });
  }
});

test("who was last seen in a game has it in the library", async () => {
  for (const user of [big, small]) {
    const { profile, games } = await fetchDemo(user);
    expect(profile.lastSeen).toBeTruthy();
    expect(games.map(({ id }) => id)).toContain(profile.lastGameId);
  }
  expect((await fetchDemo(empty)).profile).toMatchObject({ lastSeen: "", lastGameId: null });
});

test("no award is newer than the newest unlock of its game, and no unlock older than the player", async () => {
  const { profile, games } = await fetchDemo(big);
  for (const game of games) {
    expect(game.highestAwardAt ?? 0).toBeLessThanOrEqual(game.mostRecentAwardedAt ?? 0);
    expect(game.mostRecentAwardedAt).toBeGreaterThanOrEqual(profile.memberSince);
  }
});

test("no id is that of two games, be it in one library or in two", async () => {
  const titles = new Map<number, string>();
  for (const user of DEMO_USERS) {
    const { games } = await fetchDemo(user);
    expect(new Set(games.map(({ id }) => id)).size).toBe(games.length);
    for (const { id, title } of games) {
      expect(titles.get(id) ?? title).toBe(title);
      titles.set(id, title);
    }
  }
});

// Screenshots and browser tests depend on it: a change needs them checked too.
test("players and libraries are unchanged", async () => {
  const digests = [];
  for (const user of DEMO_USERS) {
    const player = JSON.stringify(await fetchDemo(user));
    digests.push(createHash("sha256").update(player).digest("hex").slice(0, 16));
  }
  expect(digests).toEqual([
    "6750f20b267fc5ff",
    "564d51560018417a",
    "716853f3b22aa6b0",
    "26a188fbe22ad14e",
  ]);
});

test("badges come newest first, none older than its player, and one player has more than a page shows", async () => {
  const demo = createDemo(() => 1000);
  const all = await Promise.all(
    DEMO_USERS.map(async (user) => ({
      memberSince: (await fetchDemo(user)).profile.memberSince,
      dates: (await demo.fetchAwards(user)).map(({ at }) => at),
    })),
  );
  for (const { memberSince, dates } of all) {
    expect(dates).toEqual([...dates].sort((a, b) => b - a));
    expect(Math.min(memberSince, ...dates)).toBe(memberSince);
  }
  expect(all.map(({ dates }) => dates.length)).toEqual([2, 15, 1, 0]);
});
