import { expect, test } from "vitest";
import { EVENTS_SYSTEM_ID } from "@/lib/domain/player";
import type { Unlock } from "@/lib/unlocks/unlock";
import type { UnlockPage } from "../retroachievements";
import { createDemo, DEMO_USERS } from "./index";
import { demoUnlocks } from "./unlocks";

async function read(user: string, from: number, to: number): Promise<UnlockPage[]> {
  const pages: UnlockPage[] = [];
  for await (const page of demo.fetchUnlocks(user, { from, to })) pages.push(page);
  return pages;
}

const demo = createDemo(() => 1000);
const all = await Promise.all(
  DEMO_USERS.map(async (user) => {
    const { player } = await demo.fetchPlayer(user);
    return { player, ...demoUnlocks(player) };
  }),
);

test("the unlocks of each game fit its counts and dates", () => {
  for (const { player, unlocks } of all) {
    const byGame = new Map<number, Unlock[]>();
    for (const unlock of unlocks) {
      byGame.set(unlock.gameId, [...(byGame.get(unlock.gameId) ?? []), unlock]);
    }
    for (const game of player.games) {
      const own = byGame.get(game.id) ?? [];
      expect(own).toHaveLength(game.numAwarded);
      expect(own.filter(({ isHardcore }) => isHardcore)).toHaveLength(game.numAwardedHardcore);
      if (game.numAwarded === 0) continue;
      expect(own.at(-1)?.at).toBe(game.mostRecentAwardedAt);
      if (game.highestAwardAt === null || game.numAwarded < 2) continue;
      expect(own.some(({ at }) => at === game.highestAwardAt)).toBe(true);
    }
    // Some awards of the first games are older than the account.
    const awards = new Set(player.games.map(({ highestAwardAt }) => highestAwardAt));
    const isLikely = ({ at }: Unlock) => at >= player.profile.memberSince || awards.has(at);
    expect(unlocks.every(isLikely)).toBe(true);
  }
});

test("points add up to the profile's", () => {
  for (const { player, unlocks } of all) {
    const sum = (isHardcore: boolean) =>
      unlocks
        .filter((unlock) => unlock.isHardcore === isHardcore)
        .reduce((total, { points }) => total + points, 0);
    expect(sum(true)).toBe(player.profile.points);
    expect(sum(false)).toBe(player.profile.casualPoints);
  }
});

test("the largest player has some 40,000 unlocks, the one without games has none", () => {
  expect(all[0]?.unlocks.length).toBeGreaterThan(30_000);
  expect(all.at(-1)?.unlocks).toEqual([]);
});

test("each unlock has a name, and no achievement is there twice", () => {
  for (const { unlocks, names } of all) {
    expect(names.map(({ achievementId }) => achievementId)).toEqual(
      unlocks.map(({ achievementId }) => achievementId),
    );
    expect(new Set(names.map(({ achievementId }) => achievementId)).size).toBe(names.length);
  }
});

test("a period has the unlocks between its ends but those of events, and an unknown player has none", async () => {
  const [{ player, unlocks } = { player: null, unlocks: [] }] = all;
  const events = player?.games.filter(({ systemId }) => systemId === EVENTS_SYSTEM_ID) ?? [];
  const eventIds = new Set(events.map(({ id }) => id));
  const [from, to] = [unlocks[100]?.at ?? 0, unlocks[20_000]?.at ?? 0];
  const pages = await read(DEMO_USERS[0] ?? "", from, to);
  expect(pages.flatMap((page) => page.unlocks)).toEqual(
    unlocks.filter(({ at, gameId }) => at >= from && at <= to && !eventIds.has(gameId)),
  );
  expect(unlocks.some(({ at, gameId }) => at >= from && at <= to && eventIds.has(gameId))).toBe(
    true,
  );
  expect(await read("Unknown", from, to)).toEqual([
    { unlocks: [], names: [], next: null, isCut: false },
  ]);
});
