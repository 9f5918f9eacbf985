import { expect, test } from "vitest";
import { eventsOf } from "@/lib/history/events";
import { recentActivity } from "@/lib/history/recent-activity";
import { demoHistory } from "./history";
import { createDemo, DEMO_USERS } from "./index";

const historyOf = async (user = "") =>
  demoHistory((await createDemo(() => 1000).fetchPlayer(user)).player);
const [big, , small, empty] = DEMO_USERS;

test("it has awards, achievements, a revision and a retired set, for the pages that show them", async () => {
  const { days } = await historyOf(big);
  const kinds = days.flatMap((day) => eventsOf(day).map(({ kind }) => kind));
  for (const kind of ["award", "achievements", "begun", "revised", "retired"]) {
    expect(kinds).toContain(kind);
  }
  // A game is mastered with its last achievement, not before: only one set was broken and restored.
  expect(kinds.filter((kind) => kind === "whole-again")).toHaveLength(1);
  expect(kinds).not.toContain("reset");
  const revised = days.flatMap(eventsOf).filter(({ kind }) => kind === "revised");
  expect(revised.some((event) => event.kind === "revised" && event.broken === "mastered")).toBe(
    true,
  );
});

test("it ends with the current library, and each day begins where the previous one ended", async () => {
  for (const user of [big, small]) {
    const { player } = await createDemo(() => 1000).fetchPlayer(user ?? "");
    const { days } = demoHistory(player);
    expect(days.at(-1)?.totals.points).toBe(player.profile.points);
    for (const [at, { before }] of days.slice(1).entries()) {
      expect(before).toEqual(days[at]?.totals);
    }
  }
});

test("its days are in order, with a few missing ones", async () => {
  const { days, startedAt } = await historyOf(big);
  const names = days.map(({ day }) => day);
  expect(names).toEqual([...new Set(names)].sort());
  expect(names).toHaveLength(73);
  expect(new Date(startedAt ?? 0).toISOString().slice(0, 10)).toBe(names[0]);
  expect(days.map(({ startsAnew }) => startsAnew).indexOf(true, 1)).toBe(-1);
});

test("it is always the same, and empty for a player without games", async () => {
  expect(await historyOf(small)).toEqual(await historyOf(small));
  expect(recentActivity(await historyOf(empty), 5)).toEqual([]);
});
