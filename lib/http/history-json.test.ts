import { expect, test } from "vitest";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { aDay, at, FIRST_SEEN } from "@/lib/history/test-states";
import { historyJson } from "./history-json";

const RANGE = { from: "2026-11-20", to: "2026-11-22" };
const moth = aGame({ id: 1, title: "Tin Moth", maxPossible: 10, numAwarded: 9 });
const jsonOf = (...[before, after, profile]: Parameters<typeof aDay>) => {
  const history = { startedAt: FIRST_SEEN, days: [aDay(before, after, profile)], unreadable: [] };
  return historyJson(aPlayer(after), { history, isKept: true }, RANGE);
};
const happenings = (...given: Parameters<typeof aDay>) => jsonOf(...given).days[0]?.happenings;

test("a day has its times, the points gained, and the totals at its end", () => {
  const { days, ...history } = jsonOf([moth], [moth], { points: 12_355 });
  expect(history).toEqual({
    isKept: true,
    startedAt: "2026-11-20T12:00:00.000Z",
    from: "2026-11-20",
    to: "2026-11-22",
    unreadable: [],
  });
  expect(days).toEqual([
    {
      day: "2026-11-21",
      since: "2026-11-20T12:00:00.000Z",
      checkedAt: "2026-11-21T12:00:00.000Z",
      startsAnew: false,
      happenings: [],
      gained: { points: 10, casualPoints: 0, retroPoints: 0 },
      totals: expect.objectContaining({ points: 12_355, played: 1, mastered: 0 }),
    },
  ]);
});

test("events have current titles, and the award comes first", () => {
  const masteredAt = at(0.9);
  const after = {
    ...moth,
    numAwarded: 10,
    numAwardedHardcore: 10,
    highestAwardKind: "mastered" as const,
    highestAwardAt: masteredAt,
    mostRecentAwardedAt: masteredAt,
  };
  const game = { gameId: 1, title: "Tin Moth" };
  expect(happenings([moth], [after])).toEqual([
    {
      kind: "award",
      ...game,
      award: "mastered",
      raisedFrom: null,
      awardDate: new Date(masteredAt * 1000).toISOString(),
    },
    { kind: "achievements", hardcore: 5, casual: 0, games: [{ ...game, hardcore: 5, casual: 0 }] },
  ]);
});

test("a revision, a reset, a removed game and a new name each have their own fields", () => {
  const game = { gameId: 1, title: "Tin Moth" };
  expect(happenings([moth], [{ ...moth, maxPossible: 18 }])).toEqual([
    {
      ...{ kind: "revised", ...game, maxPossibleBefore: 10, maxPossible: 18 },
      ...{ brokenAward: null, won: 0.5 },
    },
  ]);
  expect(happenings([moth], [{ ...moth, numAwarded: 2, numAwardedHardcore: 1 }])).toEqual([
    { kind: "reset", ...game, lost: 7, lostHardcore: 4, award: null },
  ]);
  expect(happenings([moth], [{ ...moth, maxPossible: 0 }])).toEqual([{ kind: "retired", ...game }]);
  expect(happenings([moth], [])).toEqual([{ kind: "gone", gameId: 1, title: null }]);
  expect(happenings([moth], [moth], { name: "Annika" })).toEqual([
    { kind: "renamed", nameBefore: "Anna", name: "Annika" },
  ]);
});

test("without a history there are no days, and no start", () => {
  const history = { startedAt: null, days: [], unreadable: ["2026-11-21"] };
  expect(historyJson(aPlayer([]), { history, isKept: false }, RANGE)).toEqual({
    ...{ isKept: false, startedAt: null, days: [], unreadable: ["2026-11-21"], ...RANGE },
  });
});
