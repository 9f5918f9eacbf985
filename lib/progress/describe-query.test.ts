import { expect, test } from "vitest";
import { describeQuery } from "./describe-query";
import { DEFAULT_LIST_QUERY } from "./list-query";

const systems = [{ id: 4, name: "Game Boy" }];

test("every filter is named", () => {
  const query = {
    ...DEFAULT_LIST_QUERY,
    status: "eq-mastered",
    system: 4,
    q: "moth",
    awarded: "2024",
    active: "2024-03-05",
  } as const;
  expect(describeQuery(query, systems)).toEqual([
    "Mastered",
    "Game Boy",
    "Award: 2024",
    "Played: March 5, 2024",
    "“moth”",
  ]);
});

test("orders and pages keep all games", () => {
  const query = { ...DEFAULT_LIST_QUERY, sort: "pct_won", page: 2 } as const;
  expect(describeQuery(query, systems)).toEqual([]);
  expect(describeQuery({ ...DEFAULT_LIST_QUERY, system: 99 }, systems)).toEqual([]);
});
