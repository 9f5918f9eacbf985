import { expect, test } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { listGames, sortedOnce } from "./list-games";
import { DEFAULT_LIST_QUERY, listQueryToSearch, parseListQuery } from "./list-query";

const parse = (search: string) => parseListQuery(new URLSearchParams(search));

test("an empty query is the newest games of all systems", () => {
  expect(parse("")).toEqual({ query: DEFAULT_LIST_QUERY, ignored: [] });
  expect(parse("status=&system=all&q=").query).toEqual(DEFAULT_LIST_QUERY);
});

test("a query survives its URL", () => {
  const search = "?status=eq-mastered&system=7&sort=-game_title&q=tin+moth&page=3";
  expect(listQueryToSearch(parse(search).query)).toBe(search);
  expect(listQueryToSearch(DEFAULT_LIST_QUERY)).toBe("");
});

test("bad values are ignored and named", () => {
  const { query, ignored } = parse("status=mastered&system=NES&sort=title&page=0&q=x");
  expect(query).toEqual({ ...DEFAULT_LIST_QUERY, q: "x" });
  expect(ignored.map(({ name }) => name)).toEqual(["status", "system", "sort", "page"]);
});

test("a query with dates survives its URL too", () => {
  const search = "?awarded=2024&active=2024-03..2024-08";
  expect(parse(search)).toEqual({
    query: { ...DEFAULT_LIST_QUERY, awarded: "2024", active: "2024-03..2024-08" },
    ignored: [],
  });
  expect(listQueryToSearch(parse(search).query)).toBe(search);
});

test.each([
  ["status=mastered", "status"],
  ["sort=title", "sort"],
  ["system=1234567", "system"],
  ["system=7x", "system"],
  ["system=x7", "system"],
  ["page=1234567", "page"],
  ["page=2x", "page"],
  ["page=x2", "page"],
  ["awarded=last+year", "awarded"],
  ["active=2024-13", "active"],
])("%s is ignored", (search, name) => {
  const { query, ignored } = parse(search);
  expect(query).toEqual(DEFAULT_LIST_QUERY);
  expect(ignored).toEqual([{ name, value: new URLSearchParams(search).get(name) }]);
});

test("system=all is all systems", () => {
  expect(parse("system=all")).toEqual({ query: DEFAULT_LIST_QUERY, ignored: [] });
});

test("blanks around values are dropped, and long values are cut", () => {
  expect(parse("status=+eq-mastered+").query.status).toBe("eq-mastered");
  expect(parse(`q=${"x".repeat(150)}`).query.q).toHaveLength(100);
  expect(parse(`status=${"x".repeat(150)}`).ignored[0]?.value).toHaveLength(40);
});

test("games are filtered by the date of their award, or of award or newest unlock", () => {
  const at = (date: string) => Date.parse(date) / 1000;
  const awarded = aGame({
    highestAwardAt: at("2023-05-01"),
    mostRecentAwardedAt: at("2024-05-01"),
  });
  const played = aGame({ mostRecentAwardedAt: at("2023-07-01") });
  const neither = aGame({ highestAwardAt: at("2022-01-01"), mostRecentAwardedAt: null });
  const games = [awarded, played, neither];
  const found = (search: string) => listGames(games, parse(search).query).found;
  expect(found("awarded=2023")).toEqual([awarded]);
  expect(found("active=2023")).toEqual([awarded, played]);
  expect(found("active=2024")).toEqual([awarded]);
  expect(found("awarded=2023&active=2024")).toEqual([awarded]);
  expect(found("awarded=2022&active=2024")).toEqual([]);
  expect(found("")).toHaveLength(3);
});

test("status, system and search words combine", () => {
  const wanted = aGame({ title: "Tin Moth", systemId: 3, highestAwardKind: "mastered" });
  const games = [
    wanted,
    aGame({ title: "Tin Moth", systemId: 7, highestAwardKind: "mastered" }),
    aGame({ title: "Tin Owl", systemId: 3, highestAwardKind: "mastered" }),
    aGame({ title: "Tin Moth", systemId: 3 }),
  ];
  const { query } = parse("status=eq-mastered&system=3&q=moth+tin");
  expect(listGames(games, query).found).toEqual([wanted]);
});

test("counts follow every filter but the status", () => {
  const at = Date.parse("2025-05-01") / 1000;
  const ofYear = { mostRecentAwardedAt: at, highestAwardAt: at };
  const wanted = aGame({ ...ofYear, title: "Tin Moth", highestAwardKind: "mastered" });
  const beaten = aGame({ ...ofYear, title: "Tin Owl", highestAwardKind: "beaten-hardcore" });
  const games = [
    wanted,
    beaten,
    aGame({ ...ofYear, title: "Tin Owl", systemId: 4, highestAwardKind: "beaten-hardcore" }),
    aGame({ ...ofYear, title: "Ant", highestAwardKind: "beaten-hardcore" }),
    aGame({ title: "Tin Owl", highestAwardKind: "beaten-hardcore", highestAwardAt: 1 }),
    aGame({ ...ofYear, title: "Tin Gala", systemId: 101, highestAwardKind: "mastered" }),
  ];
  const { found, counted } = listGames(
    games,
    parse("status=eq-mastered&system=7&q=tin&awarded=2025&active=2025").query,
  );
  expect(found).toEqual([wanted]);
  expect(counted).toEqual([wanted, beaten]);
  expect(listGames(games, parse("status=eq-mastered").query).counted).toHaveLength(5);
});

test("events are listed only as a system of their own", () => {
  const event = aGame({ systemId: 101 });
  const game = aGame();
  expect(listGames([event, game], parse("").query).found).toEqual([game]);
  expect(listGames([event, game], parse("system=101").query).found).toEqual([event]);
});

test("a page has 100 games, and a page beyond the last is the last", () => {
  const games = Array.from({ length: 250 }, () => aGame());
  expect(listGames(games, parse("page=3").query)).toMatchObject({ page: 3, pages: 3 });
  expect(listGames(games, parse("page=3").query).games).toEqual(games.slice(200));
  expect(listGames(games, parse("page=2").query).games).toEqual(games.slice(100, 200));
  expect(listGames(games, parse("page=99").query).page).toBe(3);
  expect(listGames([], parse("page=2").query)).toMatchObject({ page: 1, pages: 1 });
});

test("orders of a library do not affect each other", () => {
  const ant = aGame({ title: "Ant", mostRecentAwardedAt: 1 });
  const owl = aGame({ title: "Owl", mostRecentAwardedAt: 9 });
  const games = [ant, owl];
  const found = (search: string) => listGames(games, parse(search).query).found;
  expect([found(""), found("sort=game_title"), found("")]).toEqual([
    [owl, ant],
    [ant, owl],
    [owl, ant],
  ]);
  expect(games).toEqual([ant, owl]);
  expect(sortedOnce(games, "game_title")).toBe(sortedOnce(games, "game_title"));
});
