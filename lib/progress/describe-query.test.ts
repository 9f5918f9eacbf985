import { expect, test } from "vitest";
import { activeFilters, describeQuery } from "./describe-query";
import { DEFAULT_LIST_QUERY } from "./list-query";

const systems = [{ id: 4, name: "Game Boy" }];

test("every filter is described", () => {
  const query = {
    ...DEFAULT_LIST_QUERY,
    status: "eq-mastered",
    system: 4,
    q: "moth",
    awarded: "2024",
    active: "2024-03-05",
    subsets: "0",
  } as const;
  expect(describeQuery(query, systems)).toEqual([
    "Mastered",
    "Game Boy",
    "Award: 2024",
    "Played: March 5, 2024",
    "Without subsets",
    "“moth”",
  ]);
});

test("sorts and pages are not filters", () => {
  const query = { ...DEFAULT_LIST_QUERY, sort: "pct_won", page: 2 } as const;
  expect(describeQuery(query, systems)).toEqual([]);
});

test("a system without a game has a label too, so that its filter can be removed", () => {
  expect(describeQuery({ ...DEFAULT_LIST_QUERY, system: 99 }, systems)).toEqual(["System 99"]);
});

test("each filter links to the list without it, and keeps all but the page", () => {
  const query = { ...DEFAULT_LIST_QUERY, status: "eq-mastered", q: "moth", page: 3 } as const;
  const [mastered, words] = activeFilters({ ...query, sort: "pct_won" }, systems);
  expect(mastered?.without).toEqual({ ...DEFAULT_LIST_QUERY, q: "moth", sort: "pct_won" });
  expect(words?.without).toEqual({ ...DEFAULT_LIST_QUERY, status: "eq-mastered", sort: "pct_won" });
});
