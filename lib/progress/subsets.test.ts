import { expect, test } from "vitest";
import { aGame } from "@/lib/domain/test-games";
import { UNKNOWN_TIME } from "@/lib/times/game-time";
import { listCounts } from "./list-counts";
import { listGames } from "./list-games";
import { listQueryToSearch, parseListQuery } from "./list-query";

const plain = aGame({ title: "Moth" });
const tagged = aGame({ title: "Moth [Subset - Bonus]" });
const linked = aGame({ title: "Moth Bonus" });
const renamed = aGame({ title: "Moth [Subset - Own Game]" });
const games = [plain, tagged, linked, renamed];
const times = new Map([
  [plain.id, { ...UNKNOWN_TIME, isSubset: null }],
  [linked.id, { ...UNKNOWN_TIME, isSubset: true }],
  [renamed.id, { ...UNKNOWN_TIME, isSubset: false }],
]);
const { query } = parseListQuery(new URLSearchParams("subsets=0"));

test("subsets=0 leaves subsets out of the list and of its counts", () => {
  const { found, counted } = listGames(games, query, times);
  expect(found).toHaveLength(2);
  expect(listCounts(games, query, counted, times).played).toBe(2);
  const { counted: all } = listGames(games, { ...query, subsets: "1" }, times);
  expect(listCounts(games, { ...query, subsets: "1" }, all, times).played).toBe(4);
});

test("RA's link decides, the title where there is none", () => {
  const found = (...given: Parameters<typeof listGames>) => new Set(listGames(...given).found);
  expect(found(games, query, times)).toEqual(new Set([plain, renamed]));
  expect(found(games, query)).toEqual(new Set([plain, linked]));
});

test("counts are those of the newest links", () => {
  const count = (...given: [typeof times?]) =>
    listCounts(games, query, listGames(games, query, ...given).counted, ...given).played;
  const none = new Map([[tagged.id, { ...UNKNOWN_TIME, isSubset: false }]]);
  expect([count(times), count(none), count(times)]).toEqual([2, 3, 2]);
});

test("the parameter is in the URL when subsets are left out", () => {
  expect(listQueryToSearch(query)).toBe("?subsets=0");
  expect(parseListQuery(new URLSearchParams("subsets=1")).query.subsets).toBe("1");
  expect(parseListQuery(new URLSearchParams("subsets=no")).ignored).toEqual([
    { name: "subsets", value: "no" },
  ]);
});
