import { expect, test } from "vitest";
import { rarityOf } from "./rarity";

test.each<[timesMastered: number | null, playersHardcore: number | null, rarity: number | null]>([
  [21, 1000, 0.021],
  [0, 1000, 0],
  [3, 2, 1],
  [1, 0, null],
  [null, 1000, null],
  [5, null, null],
])("mastered %s times by %s players: %s", (timesMastered, playersHardcore, rarity) => {
  expect(rarityOf({ timesMastered, playersHardcore })).toBe(rarity);
});
