import { expect, test } from "vitest";
import { queryToSearch, readParameters, takingPaged } from "./read-parameters";

test("each value is handed without its blanks to what takes it, in the order of those", () => {
  const taken: string[] = [];
  const take = (text: string) => taken.push(text) > 0;
  const parameters = new URLSearchParams("b=+two+&a=one&empty=&blank=+&other=x");
  expect(readParameters(parameters, { a: take, b: take, empty: take, blank: take })).toEqual([]);
  expect(taken).toEqual(["one", "two"]);
});

test("what is not taken is named, cut to what anybody reads", () => {
  const parameters = new URLSearchParams({ a: "x".repeat(60) });
  expect(readParameters(parameters, { a: () => false })).toEqual([
    { name: "a", value: "x".repeat(40) },
  ]);
});

test("system, words and page are taken as every list has them", () => {
  const query = { system: null, q: "", page: 1 };
  const { system, q, page } = takingPaged(query);
  expect([system("7"), q("moth"), page("3")]).toEqual([true, true, true]);
  expect(query).toEqual({ system: 7, q: "moth", page: 3 });
  expect([page("0"), page("1e3"), page("1234567")]).toEqual([false, false, false]);
  expect(query.page).toBe(3);
});

test("a URL has only what is no default", () => {
  const defaults = { sort: "a", q: "", page: 1 };
  const names = ["q", "sort", "page"] as const;
  expect(queryToSearch(defaults, defaults, names)).toBe("");
  expect(queryToSearch({ sort: "b", q: "a b", page: 1 }, defaults, names)).toBe("?q=a+b&sort=b");
});
