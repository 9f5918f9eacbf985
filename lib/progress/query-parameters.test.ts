import { expect, test } from "vitest";
import {
  choice,
  PAGED_PARAMETERS,
  parseQuery,
  type QueryParameters,
  queryToSearch,
  text,
} from "./query-parameters";

interface Query {
  q: string;
  sort: "newest" | "title";
  code: string;
}

const PARAMETERS: QueryParameters<Query> = {
  q: PAGED_PARAMETERS.q,
  sort: choice([{ value: "newest" }, { value: "title" }], "newest"),
  code: text(/^[a-z]{3}$/),
};

const parse = (search: string) => parseQuery(PARAMETERS, new URLSearchParams(search));

test("values are read without blanks around them, other parameters are not read", () => {
  expect(parse("sort=+title+&code=abc&other=x")).toEqual({
    query: { q: "", sort: "title", code: "abc" },
    ignored: [],
  });
  expect(parse("q=&sort=+").query).toEqual({ q: "", sort: "newest", code: "" });
});

test("values that are not taken are named in the order of the parameters, cut to 40 characters", () => {
  expect(parse(`code=${"x".repeat(60)}&sort=oldest&q=a`)).toEqual({
    query: { q: "a", sort: "newest", code: "" },
    ignored: [
      { name: "sort", value: "oldest" },
      { name: "code", value: "x".repeat(40) },
    ],
  });
});

test("system, search words and page are read as every list has them", () => {
  const paged = (search: string) => parseQuery(PAGED_PARAMETERS, new URLSearchParams(search));
  expect(paged("system=7&q=moth&page=3").query).toEqual({ system: 7, q: "moth", page: 3 });
  expect(paged("system=all")).toEqual({ query: { system: null, q: "", page: 1 }, ignored: [] });
  for (const page of ["0", "1e3", "1234567"]) {
    expect(paged(`page=${page}`).ignored).toEqual([{ name: "page", value: page }]);
  }
});

test("a URL has only what is not the default, in the order of the parameters", () => {
  expect(queryToSearch(PARAMETERS, { q: "", sort: "newest", code: "" })).toBe("");
  expect(queryToSearch(PARAMETERS, { code: "abc", sort: "title", q: "a b" })).toBe(
    "?q=a+b&sort=title&code=abc",
  );
});
