import { expect, test } from "vitest";
import { NO_SUMS } from "@/lib/history/sums";
import { packDay } from "./packed-day";
import { type AllVisits, isNew, newSince, newsSince, readVisits, withView } from "./visits";

const HOUR = 3_600_000;
const NOON = Date.UTC(2026, 10, 20, 12);
const FIVE = packDay("2026-11-20", { ...NO_SUMS, achievements: 5, mastered: 1 });
const view = (hours: number, newest = FIVE) => ({ at: NOON + hours * HOUR, newest });

test("the visit before is the last view that is more than half an hour old", () => {
  let visits: AllVisits = {};
  const before = (hours: number) => {
    visits = withView(visits, "a", view(hours));
    return visits.a?.before ?? null;
  };
  expect(before(0)).toBeNull();
  expect(before(0.2)).toBeNull();
  expect(before(0.6)).toBeNull();
  // As long as one looks on, it is one visit.
  expect(before(30)).toEqual(view(0.6));
  expect(before(30.3)).toEqual(view(0.6));
  expect(before(31)).toEqual(view(30.3));
});

test("the twenty players viewed last are remembered", () => {
  let visits: AllVisits = {};
  for (let player = 0; player < 25; player++) {
    visits = withView(visits, `player ${player}`, view(player));
  }
  visits = withView(visits, "player 5", view(26));
  expect(Object.keys(visits)).toHaveLength(20);
  expect(visits).toHaveProperty("player 24");
  expect(visits).toHaveProperty("player 6");
  expect(visits).toHaveProperty("player 5");
  expect(visits).not.toHaveProperty("player 4");
});

test("what is new is a later day, and of the day seen last what came after", () => {
  const more = packDay("2026-11-20", { ...NO_SUMS, achievements: 8, mastered: 1 });
  expect(newSince(view(0), more)).toEqual({ ...NO_SUMS, achievements: 3 });
  expect(newSince(view(0), FIVE)).toEqual(NO_SUMS);
  expect(newSince(view(0), packDay("2026-11-19", { ...NO_SUMS, begun: 1 }))).toEqual(NO_SUMS);
  const later = { ...NO_SUMS, revised: 2 };
  expect(newSince(view(0), packDay("2026-11-21", later))).toEqual(later);
});

test("a view of an empty history counts nothing of its own day as seen", () => {
  expect(newSince(view(0, ""), FIVE)).toMatchObject({ achievements: 5 });
  expect(newSince(view(24, ""), FIVE)).toEqual(NO_SUMS);
});

test("what was remembered is read back, and anything else counts as nothing", () => {
  const visits = withView({}, "a", view(0));
  expect(readVisits(JSON.stringify(visits))).toEqual(visits);
  for (const text of [null, "", "{", "null", "[1]", '{"a":{"last":{"at":"x"},"before":null}}']) {
    expect(readVisits(text)).toEqual({});
  }
});

test('news have at most three parts, and say "at least" if older days are missing', () => {
  const days = [
    packDay("2026-11-22", { ...NO_SUMS, achievements: 9, mastered: 2, beaten: 1, revised: 1 }),
    packDay("2026-11-21", { ...NO_SUMS, achievements: 1 }),
  ];
  const now = NOON + 72 * HOUR;
  expect(newsSince(view(0), days, "2026-11-19", now)).toEqual({
    ago: "3 days ago",
    words: "10 achievements, 2 masteries, 1 game beaten",
  });
  expect(newsSince(view(0), days, "2026-11-21", now).words).toMatch(/^at least 10 achievements,/);
  const { words } = newsSince(view(72, days[0]), days, "2026-11-19", now);
  expect(words).toBe("nothing new");
  expect(days.map((day) => isNew(view(0), day))).toEqual([true, true]);
  expect(isNew(view(0), FIVE)).toBe(false);
});
