import { expect, test } from "vitest";
import { DEFAULT_COMPARE_QUERY, parseCompareQuery } from "@/lib/compare/compare-query";
import type { Game } from "@/lib/domain/player";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { packCompareView, unpackCompareView } from "./compare-view";
import { compareView } from "./make-compare-view";

const libraryOf = (name: string, games: Game[]) => ({
  player: aPlayer(games, { name }),
  refreshError: null,
});
const all = { query: DEFAULT_COMPARE_QUERY, ignored: [] };

const owl = aGame({ title: "Owl", iconPath: "/Images/000042.png", mostRecentAwardedAt: 2000 });
const libraries = [
  libraryOf("Anna", [owl, aGame({ title: "Moth", highestAwardKind: "mastered" })]),
  libraryOf("Bert", [
    {
      ...owl,
      title: "The Owl",
      iconPath: "/Images/000043.png",
      numAwarded: 7,
      mostRecentAwardedAt: 3,
    },
    aGame({ title: "Lantern", systemId: 4, mostRecentAwardedAt: null }),
  ]),
  { ...libraryOf("Cleo", [{ ...owl, maxPossible: 20 }]), refreshError: "unavailable" as const },
];

test("a view has the players, and one page of the found games", () => {
  const view = compareView(libraries, all);
  expect(view.players.map(({ profile, refreshError }) => [profile.name, refreshError])).toEqual([
    ["Anna", null],
    ["Bert", null],
    ["Cleo", "unavailable"],
  ]);
  expect(view.systems.map(({ id }) => id)).toEqual([7, 4]);
  expect(view.games.map(({ game }) => game.title)).toEqual(["Owl", "Moth", "Lantern"]);
  expect([view.total, view.page, view.pages]).toEqual([3, 1, 1]);
});

test("the total counts the games of all pages", () => {
  const many = Array.from({ length: 130 }, () => aGame());
  const view = compareView([libraryOf("Anna", many), libraryOf("Bert", [])], all);
  expect([view.games.length, view.total, view.pages]).toEqual([100, 130, 2]);
});

test("a page beyond the last one is the last one, and ignored parameters are passed on", () => {
  const list = parseCompareQuery(new URLSearchParams("page=4&who=only-d&q=owl"), 3);
  const view = compareView(libraries, list);
  expect(view.query).toMatchObject({ q: "owl", page: 1 });
  expect(view.ignored).toEqual([{ name: "who", value: "only-d" }]);
  expect(view.total).toBe(1);
});

test("a packed view comes back as it was", () => {
  for (const list of [all, parseCompareQuery(new URLSearchParams("q=none"), 3)]) {
    const view = compareView(libraries, list);
    expect(unpackCompareView(packCompareView(view))).toEqual(view);
  }
});

test("titles that players share are packed once", () => {
  const packed = packCompareView(
    compareView(
      [libraries[0], libraries[0]].flatMap((l) => l ?? []),
      all,
    ),
  );
  expect(packed.split("Moth")).toHaveLength(2);
});
