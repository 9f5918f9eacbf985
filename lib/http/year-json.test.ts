import { expect, test } from "vitest";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { yearReview } from "@/lib/progress/year-review";
import { type GameTime, UNKNOWN_TIME } from "@/lib/times/game-time";
import { yearJson, yearsJson } from "./year-json";

const moth = aGame({
  title: "Tin Moth",
  systemId: 4,
  systemName: "Game Boy",
  maxPossible: 40,
  highestAwardKind: "mastered",
  highestAwardAt: Date.parse("2025-03-05T12:00:00Z") / 1000,
  mostRecentAwardedAt: Date.parse("2025-03-05T12:00:00Z") / 1000,
});
const player = aPlayer([moth]);
const none = { mastered: 0, completed: 0, beaten: 0, beatenCasual: 0 };

test("years have their awards, and the paths of their page and list", () => {
  const unknown = { rarestMastery: null, fastestMastery: null };
  expect(yearsJson(player, new Map()).years).toEqual([
    {
      ...{ year: 2025, isSoFar: false, awards: 1, ...none, mastered: 1, ...unknown },
      ...{ page: "/user/Anna/year/2025", list: "/user/Anna/progress?awarded=2025" },
    },
    {
      ...{ year: 2026, isSoFar: true, awards: 0, ...none, ...unknown },
      ...{ page: "/user/Anna/year/2026", list: "/user/Anna/progress?awarded=2026" },
    },
  ]);
});

test("years have their rarest and fastest mastery, as the year itself", () => {
  const whole = { ...moth, numAwarded: 40, numAwardedHardcore: 40 };
  const time = { ...UNKNOWN_TIME, gameId: moth.id, timeToMaster: 3600 };
  const times = new Map([[moth.id, { ...time, timesMastered: 1, playersHardcore: 50 }]]);
  const [year] = yearsJson(aPlayer([whole]), times).years;
  expect(year).toMatchObject({
    rarestMastery: { rarity: 0.02 },
    fastestMastery: { seconds: 3600 },
  });
  const { rarestMastery, fastestMastery } = jsonOf(2025, times, aPlayer([whole])) ?? {};
  expect(year).toMatchObject({ rarestMastery, fastestMastery });
});

/** A year as JSON. */
function jsonOf(year: number, times = new Map<number, GameTime>(), of = player) {
  const review = yearReview(of.games, of.checkedAt, year);
  return review && yearJson(of, review, times);
}

test("each figure of a year has its list, and dates are ISO 8601", () => {
  const game = { gameId: moth.id, title: "Tin Moth" };
  const award = { ...game, kind: "mastered", date: "2025-03-05T12:00:00.000Z" };
  const list = "/user/Anna/progress?awarded=2025-03-05";
  const made = jsonOf(2025);
  expect(made).toMatchObject({
    awards: { count: 1, list: "/user/Anna/progress?awarded=2025" },
    awardsBefore: null,
    busiestDay: { day: "2025-03-05", count: 1, list },
    longestRunOfDays: { length: 1, from: "2025-03-05", to: "2025-03-05", count: 1, list },
    longestRunOfMonths: { length: 1, from: "2025-03", list: "/user/Anna/progress?awarded=2025-03" },
    firstAward: { ...award, list },
    lastAward: null,
    systems: [{ name: "Game Boy", isNew: true, list: "/user/Anna/progress?system=4&awarded=2025" }],
    largestMastered: [{ ...game, maxPossible: 40 }],
    milestones: [
      { ...award, which: 1, list: "/user/Anna/progress?status=eq-mastered&awarded=2025-03-05" },
    ],
    shelf: { kind: "mastered", games: [game] },
    played: { count: 1, list: "/user/Anna/progress?active=2025" },
    begun: { count: 0, list: "/user/Anna/progress?status=unawarded&active=2025" },
  });
  expect(made?.kinds[0]).toEqual({
    kind: "mastered",
    count: 1,
    list: "/user/Anna/progress?status=eq-mastered&awarded=2025",
    before: null,
  });
  expect(made?.months[2]).toEqual({
    ...{ month: "2025-03", ...none, mastered: 1, count: 1 },
    list: "/user/Anna/progress?awarded=2025-03",
  });
});

test("a year is compared with the year before", () => {
  expect(jsonOf(2026)).toMatchObject({
    isSoFar: true,
    awardsBefore: { count: 1, list: "/user/Anna/progress?awarded=2025" },
    kinds: [{ before: { count: 1 } }, { before: { count: 0 } }, {}, {}],
  });
});

test("a year has its rarest and fastest mastery, and what was mastered later", () => {
  const whole = { ...moth, numAwarded: 40, numAwardedHardcore: 40 };
  const of = aPlayer([whole]);
  const time: GameTime = {
    ...{ ...UNKNOWN_TIME, gameId: moth.id, timeToMaster: 3600, timesMastered: 21 },
    ...{ playersHardcore: 1000, beatenHardcoreAt: Date.parse("2024-12-31T12:00:00Z") / 1000 },
  };
  const times = new Map([[moth.id, time]]);
  const game = { gameId: moth.id, title: "Tin Moth" };
  const date = "2025-03-05T12:00:00.000Z";
  expect(jsonOf(2025, times, of)).toMatchObject({
    rarestMastery: { ...game, date, rarity: 0.021 },
    fastestMastery: { ...game, date, seconds: 3600 },
    longestMastery: { ...game, date, seconds: 3600 },
    masteredLater: [],
  });
  expect(jsonOf(2025)).toMatchObject({ rarestMastery: null, fastestMastery: null });
});
