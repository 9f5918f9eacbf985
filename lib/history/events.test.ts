import { expect, test } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { eventsOf } from "./events";
import { aDay, at } from "./test-states";

const now = { mostRecentAwardedAt: at(0.5) };

test("the events of a day are listed, the best first", () => {
  const mastered = aGame({ numAwarded: 10, numAwardedHardcore: 10, highestAwardKind: "mastered" });
  const played = aGame();
  const gone = aGame();
  const retired = aGame();
  const lost = aGame();
  const day = aDay(
    [mastered, played, gone, retired, lost],
    [
      { ...mastered, maxPossible: 20 },
      { ...played, ...now, numAwarded: 10, numAwardedHardcore: 10, highestAwardKind: "mastered" },
      { ...retired, maxPossible: 0, numAwarded: 0, numAwardedHardcore: 0 },
      { ...lost, numAwarded: 4, numAwardedHardcore: 4 },
      aGame({ ...now, id: 900_000, numAwarded: 2, numAwardedHardcore: 0 }),
    ],
    { name: "Ann9" },
  );
  expect(eventsOf(day)).toEqual([
    { kind: "award", id: played.id, award: "mastered", raisedFrom: null, at: null },
    {
      kind: "achievements",
      hardcore: 5,
      casual: 2,
      games: [
        { id: played.id, hardcore: 5, casual: 0 },
        { id: 900_000, hardcore: 0, casual: 2 },
      ],
    },
    { kind: "begun", id: 900_000 },
    { kind: "revised", id: mastered.id, from: 10, to: 20, broken: "mastered", won: 0.5 },
    { kind: "retired", id: retired.id },
    { kind: "reset", id: lost.id, lost: 1, lostHardcore: 1, award: null },
    { kind: "gone", id: gone.id, title: null },
    { kind: "renamed", from: "Anna", to: "Ann9" },
  ]);
});

test("a restored mastery and a returned set are events", () => {
  const broken = aGame({ maxPossible: 10, numAwarded: 9, highestAwardKind: "completed" });
  const retired = aGame({ maxPossible: 0 });
  const day = aDay(
    [broken, retired],
    [
      { ...broken, numAwarded: 10 },
      { ...retired, maxPossible: 8 },
    ],
  );
  expect(eventsOf(day)).toEqual([
    { kind: "whole-again", id: broken.id, award: "completed" },
    { kind: "back", id: retired.id },
  ]);
});

test("a change of only a date or points is no event", () => {
  const game = aGame({ highestAwardKind: "mastered", highestAwardAt: 5 });
  expect(eventsOf(aDay([game], [{ ...game, highestAwardAt: 6 }], { points: 1 }))).toEqual([]);
});
