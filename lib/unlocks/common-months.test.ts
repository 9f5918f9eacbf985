import { expect, test } from "vitest";
import { commonMonths } from "./common-months";
import { sumDays } from "./day-sums";
import { playedUnlocks } from "./test-unlocks";
import type { Unlock } from "./unlock";

const unlockAt = (date: string, achievementId: number): Unlock => ({
  ...{ achievementId, gameId: 1, points: 5, retroPoints: 9, isHardcore: true },
  at: Date.parse(date) / 1000,
});

test("players have the same months, from the first of any to the last of any", () => {
  const ann = [unlockAt("2023-12-31T23:59:59Z", 1), unlockAt("2024-02-29", 2)];
  const ben = [unlockAt("2024-02-01", 1), unlockAt("2024-02-02", 2), unlockAt("2024-04-30", 3)];
  expect(commonMonths([sumDays(ann), sumDays(ben)])).toEqual({
    months: ["2023-12", "2024-01", "2024-02", "2024-03", "2024-04"],
    achievements: [
      [1, 0, 1, 0, 0],
      [0, 0, 2, 0, 1],
    ],
  });
});

test("no unlock is lost, and a player without any has months too", () => {
  const many = playedUnlocks(2000, 300, 5);
  const { months, achievements } = commonMonths([sumDays(many), []]);
  const [own = [], none] = achievements;
  expect(own.reduce((sum, count) => sum + count, 0)).toBe(2000);
  expect(none).toEqual(months.map(() => 0));
  expect(commonMonths([[], []])).toEqual({ months: [], achievements: [[], []] });
});
