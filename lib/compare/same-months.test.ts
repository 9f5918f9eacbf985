import { expect, test } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { awardMonths } from "@/lib/progress/award-months";
import { onSameMonths } from "./same-months";

const months = (...dates: string[]) =>
  awardMonths(
    dates.map((date) =>
      aGame({ highestAwardKind: "mastered", highestAwardAt: Date.parse(date) / 1000 }),
    ),
  );

test("all players have the months from the first award of any player to the last", () => {
  const [one, other, none] = onSameMonths([
    months("2023-12-05", "2024-01-09"),
    months("2024-03-01"),
    months(),
  ]);
  expect(other?.[2]).toEqual({
    month: "2024-02",
    mastered: 0,
    completed: 0,
    beaten: 0,
    beatenCasual: 0,
  });
  const mastered = (player: typeof one) => player?.map(({ mastered }) => mastered);
  expect(one?.map(({ month }) => month)).toEqual(["2023-12", "2024-01", "2024-02", "2024-03"]);
  for (const player of [other, none]) {
    expect(player?.map(({ month }) => month)).toEqual(one?.map(({ month }) => month));
  }
  expect([mastered(one), mastered(other), mastered(none)]).toEqual([
    [1, 1, 0, 0],
    [0, 0, 0, 1],
    [0, 0, 0, 0],
  ]);
});

test("without an award there are no months", () => {
  expect(onSameMonths([months(), months()])).toEqual([[], []]);
});
