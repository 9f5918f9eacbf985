import { expect, test } from "vitest";
import { parseQuery } from "@/lib/progress/query-parameters";
import {
  COMPARE_PARAMETERS,
  compareQueryOf,
  compareQueryToSearch,
  DEFAULT_COMPARE_PAGE,
  DEFAULT_COMPARE_QUERY,
  parseCompareQuery,
} from "./compare-query";

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
