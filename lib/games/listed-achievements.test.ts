import { expect, test } from "vitest";
import type { Achievement, AchievementDates } from "./achievement";
import { listAchievements, pointsInGame } from "./listed-achievements";

const anAchievement = (id: number, changed: Partial<Achievement> = {}): Achievement => ({
  ...{ id, title: `Title ${id}`, description: "Do it", points: 5, retroPoints: 9 },
  ...{ badgeName: `0000${id}`, type: null, numAwarded: 300, numAwardedHardcore: 200 },
  ...changed,
});

const list = (
  achievements: readonly Achievement[],
  dates: readonly AchievementDates[],
  players = 1000,
) =>
  listAchievements({
    facts: { gameId: 1, parentGameId: null, players, achievements },
    own: { playtimeSeconds: 0, dates },
  });

test("unlocked ones come first, newest first, then locked ones in the order of display", () => {
  const rows = list(
    [7, 3, 5, 1, 9].map((id) => anAchievement(id)),
    [
      { achievementId: 5, at: 100, hardcoreAt: 100 },
      { achievementId: 9, at: 300, hardcoreAt: null },
      // Casual at first: it counts from its hardcore unlock.
      { achievementId: 3, at: 50, hardcoreAt: 400 },
    ],
  );
  expect(rows.map(({ id }) => id)).toEqual([3, 9, 5, 7, 1]);
  expect(rows.map(({ isHardcore }) => isHardcore)).toEqual([true, false, true, false, false]);
  expect(rows[0]?.date).toBe("1970-01-01T00:06:40.000Z");
  expect(rows[3]?.date).toBeNull();
});

test("unlocks of one second stay in the order of display", () => {
  const dates = [1, 2, 3].map((achievementId) => ({ achievementId, at: 9, hardcoreAt: 9 }));
  expect(
    list(
      [3, 1, 2].map((id) => anAchievement(id)),
      dates,
    ).map(({ id }) => id),
  ).toEqual([3, 1, 2]);
});

test("rarity is the part of the players who have it in hardcore mode", () => {
  const rarityOf = (numAwardedHardcore: number, players: number) =>
    list([anAchievement(1, { numAwardedHardcore })], [], players)[0]?.rarity;
  expect(rarityOf(21, 1000)).toBe(0.021);
  expect(rarityOf(1, 3)).toBe(0.33333);
  expect(rarityOf(0, 1000)).toBe(0);
  // RA counts players once a day, unlocks at once.
  expect(rarityOf(12, 10)).toBe(1);
  expect(rarityOf(12, 0)).toBeNull();
});

test("points are summed by mode", () => {
  const rows = list(
    [anAchievement(1), anAchievement(2, { points: 10 }), anAchievement(3, { points: 25 })],
    [
      { achievementId: 1, at: 1, hardcoreAt: 1 },
      { achievementId: 2, at: 1, hardcoreAt: null },
    ],
  );
  expect(pointsInGame(rows)).toEqual({ possible: 40, won: 15, wonHardcore: 5 });
});

test("a game without achievements has an empty list, and a date of an unknown achievement is no row", () => {
  expect(list([], [{ achievementId: 1, at: 1, hardcoreAt: 1 }])).toEqual([]);
});
