import { expect, test } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { parseShelf, shelfToSearch } from "@/lib/progress/shelf-query";
import { UNKNOWN_TIME } from "@/lib/times/game-time";
import { otherShelf, shelfView } from "./shelf-view";

const games = [1, 2, 3].map((id) =>
  aGame({
    ...{ id, numAwarded: 10, numAwardedHardcore: 10, highestAwardKind: "mastered" },
    highestAwardAt: 1000 - id,
  }),
);
const times = new Map(
  [30, 10, 20].map((timesMastered, at) => [
    at + 1,
    { ...UNKNOWN_TIME, gameId: at + 1, timesMastered, playersHardcore: 100 },
  ]),
);
const shelf = (...given: Parameters<typeof shelfView>) => {
  const { kind, games } = shelfView(...given);
  return [kind, ...games.map(({ id }) => id)];
};

test("the rarest masteries are on the shelf, and newer times are shown at once", () => {
  expect(shelf(games, "rarest", times)).toEqual(["rarest", 2, 3, 1]);
  const newer = new Map([...times].slice(0, 1));
  expect(shelf(games, "rarest", newer)).toEqual(["rarest", 1]);
});

test("the latest masteries are there while no rarity is known", () => {
  expect(shelf(games, "rarest")).toEqual(["mastered", 1, 2, 3]);
  expect(shelf(games, "", times)).toEqual(["mastered", 1, 2, 3]);
});

test("the rarest and the latest masteries lead to each other, where a rarity is known", () => {
  const other = (chosen: string, known = times, of = games) =>
    otherShelf(shelfView(of, chosen, known), of, known);
  expect([other(""), other("rarest")]).toEqual(["rarest", ""]);
  expect(other("", new Map())).toBeNull();
  expect(other("rarest", new Map())).toBeNull();
  expect(other("2,1")).toBeNull();
  expect(other("", times, [])).toBeNull();
});

test("an address names ids or the rarest, and nothing else", () => {
  const parse = (shelf: string) => parseShelf(new URLSearchParams({ shelf }));
  expect(parse("rarest")).toBe("rarest");
  expect(shelfToSearch("rarest")).toBe("?shelf=rarest");
  expect(parse("12,34")).toBe("12,34");
  for (const text of ["rarest,1", "1,rarest", "Rarest", "latest"]) expect(parse(text)).toBe("");
});
