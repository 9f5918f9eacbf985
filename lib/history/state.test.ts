import { expect, test } from "vitest";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { stateOf } from "./state";

test("a state has all games by id, without fields that today's library has", () => {
  const player = aPlayer([aGame({ id: 9, title: "Nine" }), aGame({ id: 2 })]);
  const state = stateOf(player);
  expect(state.games.map(({ id }) => id)).toEqual([2, 9]);
  expect(JSON.stringify(state)).not.toMatch(/Nine|Images|NES/);
  expect(state).toMatchObject({ name: "Anna", checkedAt: player.checkedAt });
});

test("a new rich presence message changes no state", () => {
  const player = aPlayer([aGame()]);
  const profile = { ...player.profile, lastSeen: "World 2", lastGameId: 9 };
  expect(stateOf({ ...player, profile })).toEqual(stateOf(player));
});

test("totals count as the page does: without RA's Events, and subsets are not unfinished", () => {
  const { totals } = stateOf(
    aPlayer([
      aGame({ highestAwardKind: "mastered", numAwarded: 7, numAwardedHardcore: 4 }),
      aGame({ systemId: 101, numAwarded: 1, numAwardedHardcore: 1 }),
      aGame({ title: "A Game [Subset - Bonus]", numAwarded: 2, numAwardedHardcore: 0 }),
      aGame({ numAwarded: 0, numAwardedHardcore: 0 }),
    ]),
  );
  expect(totals).toMatchObject({ played: 3, mastered: 1, unfinished: 1, beaten: 0 });
  expect(totals).toMatchObject({ achievements: 5, casualAchievements: 5, points: 12_345 });
});
