import { expect, test } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { listCounts } from "./list-counts";
import { listGames } from "./list-games";
import { DEFAULT_LIST_QUERY, type ListQuery } from "./list-query";

const games = [
  aGame({ title: "Owl", systemId: 7, highestAwardKind: "mastered", highestAwardAt: 1_700_000_000 }),
  aGame({ title: "Ant", systemId: 7 }),
  aGame({ title: "Owl", systemId: 4, highestAwardKind: "beaten-hardcore" }),
];
const countsOf = (given: Partial<ListQuery>) => {
  const query = { ...DEFAULT_LIST_QUERY, ...given };
  return listCounts(games, query, listGames(games, query).counted);
};

test("counts follow every filter but the status, whatever was counted before", () => {
  for (let round = 0; round < 2; round++) {
    expect(countsOf({})).toMatchObject({ played: 3, unfinished: 1, beaten: 1, mastered: 1 });
    expect(countsOf({ status: "eq-mastered", sort: "game_title" })).toBe(countsOf({}));
    expect(countsOf({ system: 7, status: "unawarded" })).toMatchObject({ played: 2, mastered: 1 });
    expect(countsOf({ q: "owl" })).toMatchObject({ played: 2, unfinished: 0 });
    expect(countsOf({ awarded: "2023" })).toMatchObject({ played: 1, mastered: 1 });
    expect(countsOf({ active: "2022" })).toMatchObject({ played: 0 });
  }
});
