import { expect, test } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { baseOrder, compareInBaseOrder } from "./base-order";

/** Titles of games in base order. */
const order = (...games: ReturnType<typeof aGame>[]) => {
  const titles = baseOrder(games).map(({ title }) => title);
  expect(games.toSorted(compareInBaseOrder).map(({ title }) => title)).toEqual(titles);
  return titles;
};

test("completion decides first, then hardcore completion, then the size of the set", () => {
  const half = { maxPossible: 20, numAwarded: 10, numAwardedHardcore: 10 };
  expect(
    order(
      aGame({ ...half, title: "Small", maxPossible: 10, numAwarded: 5, numAwardedHardcore: 5 }),
      aGame({ ...half, title: "Casual", maxPossible: 40, numAwarded: 20, numAwardedHardcore: 3 }),
      aGame({ ...half, title: "Large" }),
      aGame({ ...half, title: "Much", numAwarded: 11, numAwardedHardcore: 0 }),
    ),
  ).toEqual(["Much", "Large", "Small", "Casual"]);
});

test("fractions with the same four decimals are equal, and the larger set is first", () => {
  const none = { numAwardedHardcore: 0 };
  expect(
    order(
      // 0.50002 and 0.5.
      aGame({ ...none, title: "More", maxPossible: 24_999, numAwarded: 12_500 }),
      aGame({ ...none, title: "Larger", maxPossible: 30_000, numAwarded: 15_000 }),
    ),
  ).toEqual(["Larger", "More"]);
});

test("titles compare without case and accents, with articles, punctuation first", () => {
  const titles = ["The Ant", "étoile", "Etoile 2", "ÉTOILE", "~Hack~ Zebra", "2 Owls", "Bee"];
  expect(order(...titles.map((title) => aGame({ title })))).toEqual([
    "~Hack~ Zebra",
    "2 Owls",
    "Bee",
    "étoile",
    "ÉTOILE",
    "Etoile 2",
    "The Ant",
  ]);
});

test("a retired set counts as all won, and none of it in hardcore mode", () => {
  expect(
    order(
      aGame({ title: "Retired", maxPossible: 0, numAwarded: 0, numAwardedHardcore: 0 }),
      aGame({ title: "Nearly", maxPossible: 10, numAwarded: 9, numAwardedHardcore: 9 }),
      aGame({ title: "Casual", maxPossible: 10, numAwarded: 10, numAwardedHardcore: 0 }),
    ),
  ).toEqual(["Casual", "Retired", "Nearly"]);
});

test("the base order is cached", () => {
  const games = [aGame(), aGame()];
  expect(baseOrder(games)).toBe(baseOrder(games));
});
