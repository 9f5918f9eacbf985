import { expect, test } from "vitest";
import { DEFAULT_COMPARE_PAGE } from "./compare-query";
import { activeCompareFilters } from "./describe-compare";

const systems = [{ id: 4, name: "Game Boy" }];
const names = ["Anna", "Bert"];

test("every filter is described; sorts and pages are not filters", () => {
  const query = { who: "b-ahead", system: 4, q: "moth", sort: "gap", page: 2 } as const;
  const labels = activeCompareFilters(query, systems, names).map(({ label }) => label);
  expect(labels).toEqual(["Bert ahead", "Game Boy", "“moth”"]);
  expect(activeCompareFilters(DEFAULT_COMPARE_PAGE, systems, names)).toEqual([]);
});

test("each filter links to the list without it, and keeps all but the page", () => {
  const query = {
    ...DEFAULT_COMPARE_PAGE,
    who: "even",
    q: "moth",
    sort: "race",
    page: 3,
  } as const;
  const [even, words] = activeCompareFilters(query, systems, names);
  expect(even?.without).toEqual({ ...query, who: "both", page: 1 });
  expect(words?.without).toEqual({ ...query, q: "", page: 1 });
});

test("all games are no filter, and stay when another filter is removed", () => {
  const all = { ...DEFAULT_COMPARE_PAGE, who: "all" } as const;
  expect(activeCompareFilters(all, systems, names)).toEqual([]);
  expect(activeCompareFilters({ ...all, system: 4 }, systems, names)).toEqual([
    { label: "Game Boy", without: all },
  ]);
});
