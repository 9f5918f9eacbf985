import { expect, test } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { parseQuery } from "@/lib/progress/query-parameters";
import {
  COMPARE_PARAMETERS,
  comparedSystems,
  compareQueryOf,
  compareQueryToSearch,
  DEFAULT_COMPARE_PAGE,
  DEFAULT_COMPARE_QUERY,
  listCompared,
  parseCompareQuery,
} from "./compare-query";
import { joinLibraries } from "./join-libraries";

const parse = (search: string, players = 2) =>
  parseCompareQuery(new URLSearchParams(search), players);

test("a page opens on the games that all play, and its bare URL is that list", () => {
  expect(parse("")).toEqual({ query: DEFAULT_COMPARE_PAGE, ignored: [] });
  expect(parse("who=&system=all&q=").query).toEqual(DEFAULT_COMPARE_PAGE);
  expect(DEFAULT_COMPARE_PAGE.who).toBe("both");
  expect(compareQueryToSearch(DEFAULT_COMPARE_PAGE)).toBe("");
});

test("all games have an address, and are the API's default", () => {
  expect(compareQueryToSearch(parse("who=all").query)).toBe("?who=all");
  expect(compareQueryToSearch(parse("who=both&sort=gap").query)).toBe("?sort=gap");
  expect(parse("who=all").query).toEqual(DEFAULT_COMPARE_QUERY);
  expect(parseQuery(compareQueryOf(2), new URLSearchParams()).query.who).toBe("all");
});

test("a query is read back from its URL", () => {
  const search = "?who=b-ahead&system=7&sort=race&q=tin+moth&page=3";
  expect(parse(search)).toEqual({
    query: { who: "b-ahead", system: 7, sort: "race", q: "tin moth", page: 3 },
    ignored: [],
  });
  expect(compareQueryToSearch(parse(search).query)).toBe(search);
});

test("every part of a query has a parameter", () => {
  expect([...COMPARE_PARAMETERS].sort()).toEqual(Object.keys(DEFAULT_COMPARE_PAGE).sort());
});

test("bad values are ignored and named, in the order of the parameters", () => {
  const { query, ignored } = parse("page=0&sort=newest&system=NES&who=anyone&q=x");
  expect(query).toEqual({ ...DEFAULT_COMPARE_PAGE, q: "x" });
  expect(ignored).toEqual([
    { name: "who", value: "anyone" },
    { name: "system", value: "NES" },
    { name: "sort", value: "newest" },
    { name: "page", value: "0" },
  ]);
});

test.each(["unlock_date", "Latest", "-gap"])("sort=%s is no order", (sort) => {
  expect(parse(`sort=${sort}`).ignored).toEqual([{ name: "sort", value: sort }]);
});

test("a filter about a missing player is ignored", () => {
  expect(parse("who=c-ahead", 2)).toEqual({
    query: DEFAULT_COMPARE_PAGE,
    ignored: [{ name: "who", value: "c-ahead" }],
  });
  expect(parse("who=c-ahead", 3).query.who).toBe("c-ahead");
});

const owl = aGame({ title: "Tin Owl", systemId: 3 });
const games = joinLibraries([
  [owl, aGame({ title: "Tin Moth", systemId: 7 }), aGame({ title: "Tin Event", systemId: 101 })],
  [{ ...owl, numAwarded: 9 }, aGame({ title: "Amber Owl", systemId: 3 })],
]);
const found = (search: string) =>
  listCompared(games, parse(search).query).found.map(({ game }) => game.title);

test("filters by player, system and title combine, and RA's Events are left out unless chosen", () => {
  expect(found("who=all&sort=title")).toEqual(["Amber Owl", "Tin Moth", "Tin Owl"]);
  expect(found("")).toEqual(["Tin Owl"]);
  expect(found("who=all&q=tin&sort=title")).toEqual(["Tin Moth", "Tin Owl"]);
  expect(found("system=3&q=owl&who=b-ahead")).toEqual(["Tin Owl"]);
  expect(found("who=all&system=101")).toEqual(["Tin Event"]);
  expect(found("who=only-a")).toEqual(["Tin Moth"]);
  expect(found("who=even")).toEqual([]);
});

test("a page has 100 games, and a page beyond the last is the last", () => {
  const many = joinLibraries([Array.from({ length: 150 }, () => aGame()), []]);
  const last = listCompared(many, parse("who=all&page=9").query);
  expect([last.page, last.pages, last.games.length, last.found.length]).toEqual([2, 2, 50, 150]);
});

test("the offered systems are those of all players", () => {
  const named = joinLibraries([
    [aGame({ systemId: 4, systemName: "Game Boy" })],
    [aGame({ systemId: 101, systemName: "Events" }), aGame({ systemId: 1, systemName: "Mega" })],
  ]);
  expect(comparedSystems(named).map(({ name }) => name)).toEqual(["Game Boy", "Mega", "Events"]);
});
