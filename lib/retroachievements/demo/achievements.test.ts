import { expect, test } from "vitest";
import { demoGame } from "./achievements";
import { createDemo, DEMO_USERS } from "./index";
import { demoUnlocks } from "./unlocks";

const demo = createDemo(() => 1000);
const players = await Promise.all(
  DEMO_USERS.map(async (user) => (await demo.fetchPlayer(user)).player),
);

test("each game has as many achievements as its set, and those that the player has unlocked", () => {
  for (const player of players) {
    const seen = new Set<number>();
    for (const game of player.games) {
      // The list of one demo player has some games twice.
      if (seen.has(game.id)) continue;
      seen.add(game.id);
      const made = demoGame(player, game.id);
      expect(made?.facts.achievements).toHaveLength(game.maxPossible);
      expect(made?.own.dates).toHaveLength(Math.min(game.numAwarded, game.maxPossible));
      if (game.numAwarded > game.maxPossible) continue;
      const hardcore = made?.own.dates.filter(({ hardcoreAt }) => hardcoreAt !== null);
      expect(hardcore).toHaveLength(game.numAwardedHardcore);
    }
  }
});

test("an unlocked achievement has the id, title, badge, points and date of its unlock", () => {
  const [player] = players;
  if (!player) throw new Error("There is no demo player.");
  const { unlocks, names } = demoUnlocks(player);
  const sizes = new Map(player.games.map(({ id, maxPossible }) => [id, maxPossible]));
  for (const at of [0, 100, 10_000, unlocks.length - 1]) {
    const unlock = unlocks[at];
    const name = names[at];
    if (!unlock || (sizes.get(unlock.gameId) ?? 0) === 0) continue;
    const { achievementId } = unlock;
    const game = demoGame(player, unlock.gameId);
    const found = game?.facts.achievements.find(({ id }) => id === achievementId);
    const date = game?.own.dates.find((each) => each.achievementId === achievementId);
    expect(found).toMatchObject({
      title: name?.title,
      badgeName: name?.badgeName,
      points: unlock.points,
      retroPoints: unlock.retroPoints,
    });
    const hardcoreAt = unlock.isHardcore ? unlock.at : null;
    expect(date).toEqual({ achievementId, at: unlock.at, hardcoreAt });
  }
});

test("no achievement is there twice, and none is won by more players than the game has", () => {
  for (const player of players) {
    for (const { id } of player.games.slice(0, 200)) {
      const { achievements = [], players: all = 0 } = demoGame(player, id)?.facts ?? {};
      expect(new Set(achievements.map((each) => each.id)).size).toBe(achievements.length);
      for (const each of achievements) {
        expect(each.numAwardedHardcore).toBeLessThanOrEqual(each.numAwarded);
        expect(each.numAwarded).toBeLessThanOrEqual(all);
        expect(each.description).not.toBe("");
      }
    }
  }
});

test("a game is the same each time, and a game of another list is none", () => {
  const [player] = players;
  if (!player?.games[0]) throw new Error("There is no demo player.");
  const { id } = player.games[0];
  expect(demoGame(player, id)).toEqual(demoGame({ ...player }, id));
  expect(demoGame(player, 1)).toBeNull();
});

test("points of all games are those of the player, but for sets that were made smaller", async () => {
  const [, , wilma] = players;
  if (!wilma) throw new Error("There is no demo player.");
  const ids = wilma.games.map(({ id }) => id);
  const points = await demo.fetchUserProgress(wilma.profile.name, ids);
  const sum = points.reduce((total, { won }) => total + won, 0);
  expect(sum).toBe(wilma.profile.points + wilma.profile.casualPoints);
  for (const { possible, won, wonHardcore } of points) {
    expect(won).toBeLessThanOrEqual(possible);
    expect(wonHardcore).toBeLessThanOrEqual(won);
  }
  expect(await demo.fetchUserProgress("Stranger", ids)).toEqual([]);
});
