import { expect, test } from "vitest";
import type { AwardMonth } from "@/lib/progress/months";
import { playerMonthsShapes, playersYears } from "./player-months";

const months = (...awards: number[]): AwardMonth[] =>
  awards.map((beaten, at) => ({
    month: `${2023 + Math.floor((at + 11) / 12)}-${String(((at + 11) % 12) + 1).padStart(2, "0")}`,
    mastered: 0,
    completed: 0,
    beaten,
    beatenCasual: 0,
  }));

test("all lines have one scale: the player with the most reaches the top", () => {
  const { players, width } = playerMonthsShapes([months(2, 0, 2), months(1, 0, 1)]);
  expect(width).toBe(30);
  // From the foot at 100 to the top at 2.
  expect(players.map(({ totals }) => totals)).toEqual(["M5 51l10 0l10 -49", "M5 76l10 0l10 -25"]);
});

test("each player has a lane of bars with the height of a month's awards", () => {
  const { players, height } = playerMonthsShapes([months(4, 0, 2), months(0, 1)]);
  expect(height).toBe(180);
  expect(players[0]?.bars).toBe("M5 140v-32m20 32v-16");
  expect(players[1]?.bars).toBe("M15 180v-8");
  expect(players.map(({ markAt }) => Math.round(markAt * height))).toEqual([132, 172]);
});

test("few awards beside very many are visible, and no awards have no bar", () => {
  const { players } = playerMonthsShapes([months(500), months(1), months(0)]);
  expect(players[1]?.bars).toBe("M5 180v-2");
  expect(players[2]?.bars).toBe("");
});

test("players without awards have no bars, and a line at the bottom", () => {
  const { players, scale } = playerMonthsShapes([months(0, 0)]);
  expect(players[0]).toMatchObject({ totals: "M5 100l10 0", bars: "" });
  expect(scale).toEqual([{ awards: 1, top: 2 / 140 }]);
});

test("years have each player's awards and cumulative awards, newest first", () => {
  expect(playersYears([months(1, 2, 5), months(0, 4, 30)])).toEqual([
    {
      year: "2024",
      players: [
        { awards: 7, soFar: 8 },
        { awards: 34, soFar: 34 },
      ],
    },
    {
      year: "2023",
      players: [
        { awards: 1, soFar: 1 },
        { awards: 0, soFar: 0 },
      ],
    },
  ]);
});
