import { expect, test } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { aState } from "./test-states";
import { withUnread } from "./unread";

const owl = aGame({ id: 1, numAwarded: 5, numAwardedHardcore: 3, highestAwardKind: "completed" });
const moth = aGame({ id: 2, numAwarded: 40, numAwardedHardcore: 20 });
const gala = aGame({ id: 3, numAwarded: 700, numAwardedHardcore: 600 });
const before = aState([owl, moth, gala], 0, { points: 1 });
const after = aState([moth], 1, { points: 9, casualPoints: 8, retroPoints: 7 });

test("a game whose row is unreadable stays, with its achievements and award in the totals", () => {
  const state = withUnread(after, before, { ids: [1], withoutId: 0 });
  expect(state).toEqual(aState([owl, moth], 1, { points: 9, casualPoints: 8, retroPoints: 7 }));
  expect(state.totals).toMatchObject({ achievements: 23, casualAchievements: 22, completed: 1 });
});

test("a row without an id stands for the first missing game", () => {
  const ids = (withoutId: number) =>
    withUnread(after, before, { ids: [], withoutId }).games.map(({ id }) => id);
  expect([ids(0), ids(1), ids(2), ids(3)]).toEqual([[2], [1, 2], [1, 2, 3], [1, 2, 3]]);
});

test("an unreadable row of an unknown game changes nothing", () => {
  expect(withUnread(after, before, { ids: [9], withoutId: 0 })).toBe(after);
  expect(withUnread(after, before)).toBe(after);
});
