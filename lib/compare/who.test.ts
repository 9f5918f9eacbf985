import { expect, test } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { parseCompareQuery } from "./compare-query";
import { joinLibraries } from "./join-libraries";
import {
  aheadFilter,
  keepWho,
  MOST_PLAYERS,
  onlyFilter,
  swappedWho,
  type Who,
  whoFilters,
} from "./who";

const valuesFor = (players: number) =>
  whoFilters(["Anna", "Bert", "Cleo", "Dora"].slice(0, players)).map(({ value }) => value);

test("the choices of two players, in words", () => {
  expect(whoFilters(["Anna", "Bert"])).toEqual([
    { value: "all", label: "All games" },
    { value: "both", label: "Both play" },
    { value: "a-ahead", label: "Anna ahead" },
    { value: "b-ahead", label: "Bert ahead" },
    { value: "even", label: "Tied" },
    { value: "only-a", label: "Only Anna" },
    { value: "only-b", label: "Only Bert" },
  ]);
  expect(whoFilters(["Anna", "Bert", "Cleo"])[1]).toEqual({ value: "both", label: "All 3 play" });
  expect([aheadFilter(2), onlyFilter(3)]).toEqual(["c-ahead", "only-d"]);
});

const isWho = (text: string, players: number) =>
  parseCompareQuery(new URLSearchParams({ who: text }), players).query.who === text;

test("a choice is one only between as many players as it takes", () => {
  for (let players = 2; players <= MOST_PLAYERS; players++) {
    const values = valuesFor(players);
    for (const value of valuesFor(MOST_PLAYERS)) {
      expect(isWho(value, players), `${value} of ${players}`).toBe(values.includes(value));
    }
  }
  for (const text of ["", "a", "e-ahead", "only-", "only-ab", "ahead", "A-ahead", "only-e"]) {
    expect(isWho(text, MOST_PLAYERS), text).toBe(false);
  }
});

test("a choice is about the same players after a swap", () => {
  expect(valuesFor(2).map(swappedWho)).toEqual([
    "all",
    "both",
    "b-ahead",
    "a-ahead",
    "even",
    "only-b",
    "only-a",
  ]);
  expect(["c-ahead", "only-d"].map((who) => swappedWho(who as Who))).toEqual(["c-ahead", "only-d"]);
});

const owl = aGame({ numAwarded: 5 });
const moth = aGame({ numAwarded: 5 });
const joined = joinLibraries([
  [owl, moth, aGame({ title: "Anna's" })],
  [{ ...owl, numAwarded: 6 }, moth, aGame({ title: "Bert's" })],
  [owl],
]);
const titlesOf = (who: Parameters<typeof keepWho>[1]) =>
  keepWho(joined, who).map(({ game }) => (game.id === owl.id ? "Owl" : game.title));

test("games are filtered by their players and leader", () => {
  expect(titlesOf("all")).toHaveLength(4);
  expect(titlesOf("both")).toEqual(["Owl"]);
  expect(titlesOf("a-ahead")).toEqual([]);
  expect(titlesOf("b-ahead")).toEqual(["Owl"]);
  expect(titlesOf("even")).toEqual(["A Game"]);
  expect(titlesOf("only-a")).toEqual(["Anna's"]);
  expect(titlesOf("only-b")).toEqual(["Bert's"]);
  expect(titlesOf("only-c")).toEqual([]);
});

test("each game is either tied, or led, or of one player only", () => {
  const parts = valuesFor(3).filter((value) => value !== "all" && value !== "both");
  const games = parts.flatMap((who) => keepWho(joined, who));
  expect(new Set(games)).toEqual(new Set(joined));
  expect(games).toHaveLength(joined.length);
});
