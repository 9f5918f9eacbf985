import { expect, test } from "vitest";
import type { Player } from "@/lib/domain/player";
import { rarityOf } from "@/lib/times/rarity";
import { timeOfRow } from "@/lib/times/time-of-row";
import { demoGame } from "./achievements";
import { createDemo, DEMO_USERS } from "./index";
import { demoTimes } from "./times";

const demo = createDemo(() => 1000);
const players = await Promise.all(
  DEMO_USERS.map(async (user) => (await demo.fetchPlayer(user)).player),
);

/** Games that are twice in a list, or are older than the account, as some of demo players are. */
function oddGames({ profile, games }: Player): Set<number> {
  const seen = new Set<number>();
  return new Set(
    games.flatMap(({ id, mostRecentAwardedAt }) => {
      const isOdd = seen.has(id) || (mostRecentAwardedAt ?? 0) < profile.memberSince;
      seen.add(id);
      return isOdd ? [id] : [];
    }),
  );
}

test("each game of a demo player has times, that are the same each time", () => {
  for (const player of players) {
    const times = demoTimes(player);
    const ids = new Set(player.games.map(({ id }) => id));
    expect(times.map(({ gameId }) => gameId).sort()).toEqual([...ids].sort());
    expect(demoTimes({ ...player, games: [...player.games] })).toEqual(times);
  }
});

test("dates and times follow one another, and the game", () => {
  for (const player of players) {
    const games = new Map(player.games.map((game) => [game.id, game]));
    const odd = oddGames(player);
    expect(odd.size).toBeLessThan(30);
    for (const time of demoTimes(player)) {
      if (odd.has(time.gameId)) continue;
      const game = games.get(time.gameId);
      if (!game) throw new Error("There is no such game.");
      const beaten = time.beatenHardcoreAt ?? time.beatenAt;
      expect(beaten !== null).toBe(game.highestAwardAt !== null);
      expect(time.masteredAt !== null).toBe(game.highestAwardKind === "mastered");
      if (game.highestAwardKind === "mastered") expect(time.masteredAt).toBe(game.highestAwardAt);
      const awardAt = game.highestAwardAt ?? 0;
      expect(beaten ?? 0).toBeLessThanOrEqual(awardAt);
      const timeToBeat = time.timeToBeatHardcore ?? time.timeToBeat ?? 0;
      const timeToEnd = time.timeToMaster ?? time.timeToComplete ?? timeToBeat;
      expect(timeToBeat).toBeLessThanOrEqual(timeToEnd);
      expect(timeToEnd).toBeLessThanOrEqual(time.playtime ?? 0);
      expect(time.firstUnlockAt === null).toBe(game.numAwarded === 0);
      // No player plays longer than time passes, but for the way to the first unlock.
      const span = (game.mostRecentAwardedAt ?? 0) - (time.firstUnlockAt ?? 0);
      expect((time.playtime ?? 0) - 700).toBeLessThanOrEqual(span);
    }
  }
});

test("points, players and playtime are those of the game's achievements", () => {
  for (const player of players) {
    for (const time of demoTimes(player).slice(0, 150)) {
      const { facts, own } = demoGame(player, time.gameId) ?? {};
      const achievements = facts?.achievements ?? [];
      const pointsOf = new Map(achievements.map(({ id, points }) => [id, points]));
      const total = achievements.reduce((sum, { points }) => sum + points, 0);
      const won = own?.dates.reduce(
        (sum, each) => sum + (pointsOf.get(each.achievementId) ?? 0),
        0,
      );
      expect([time.pointsTotal, time.points]).toEqual([total, won]);
      expect(time.playersHardcore).toBe(facts?.players);
      expect(time.playtime ?? 0).toBe(own?.playtimeSeconds);
      // A player who has mastered a game has its rarest achievement.
      const rarest = Math.min(...achievements.map((each) => each.numAwardedHardcore));
      if (achievements.length > 0) expect(time.timesMastered).toBeLessThanOrEqual(rarest || 1);
    }
  }
});

test("there are rare masteries, long and short ones, and rows that say how long they took", () => {
  const [player] = players;
  if (!player) throw new Error("There is no demo player.");
  const times = new Map(demoTimes(player).map((time) => [time.gameId, time]));
  const mastered = player.games.filter(({ highestAwardKind }) => highestAwardKind === "mastered");
  const rarities = mastered.map(
    ({ id }) => rarityOf(times.get(id) ?? { timesMastered: null, playersHardcore: null }) ?? 1,
  );
  expect(Math.min(...rarities)).toBeLessThan(0.005);
  expect(Math.max(...rarities)).toBeGreaterThan(0.1);
  const rows = mastered.map((game) => timeOfRow(game, times.get(game.id)));
  expect(rows.filter(({ playtime }) => playtime).length).toBeGreaterThan(mastered.length / 2);
  expect(rows.filter(({ span }) => span).length).toBeGreaterThan(mastered.length / 4);
});
