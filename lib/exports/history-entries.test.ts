import { expect, test } from "vitest";
import type { Game } from "@/lib/domain/player";
import { aGame } from "@/lib/domain/test-games";
import { aDay, at } from "@/lib/history/test-states";
import { historyEntries } from "./history-entries";

const DAY = "2026-11-21";
const moth = aGame({ id: 7, title: "Tin Moth", maxPossible: 10, numAwarded: 5 });
const whole: Game = {
  ...moth,
  numAwarded: 10,
  numAwardedHardcore: 10,
  highestAwardKind: "mastered",
};
const entriesOf = (before: Game[], after: Game[], games = after) =>
  historyEntries([aDay(before, after)], games, ["revisions", "achievements"]);

test("a revised set has an entry with the effect on its mastery", () => {
  expect(entriesOf([whole], [{ ...whole, maxPossible: 12 }])).toEqual([
    {
      about: ["history", DAY, "revised", "7"],
      title: "Revised: Tin Moth",
      summary: "Tin Moth, NES/Famicom: 10 → 12 achievements; mastery now at 83%",
      at: at(0.5),
      gameId: 7,
    },
  ]);
  expect(entriesOf([moth], [{ ...moth, maxPossible: 12 }])[0]?.summary).toBe(
    "Tin Moth, NES/Famicom: 10 → 12 achievements",
  );
});

test("a retired, returned or restored set has an entry", () => {
  const titles = (before: Game, after: Game) =>
    entriesOf([before], [after]).map(({ title }) => title);
  expect(titles(moth, { ...moth, maxPossible: 0 })).toEqual(["Set retired: Tin Moth"]);
  expect(titles({ ...moth, maxPossible: 0 }, moth)).toEqual(["Set back: Tin Moth"]);
  const stale = { ...whole, numAwarded: 9, numAwardedHardcore: 9 };
  expect(titles(stale, { ...whole, mostRecentAwardedAt: at(0.5) })).toEqual([
    "Mastered again: Tin Moth",
    "1 achievement: Tin Moth",
  ]);
});

test("achievements have an entry per game, dated by the newest unlock", () => {
  const after = { ...moth, numAwarded: 9, numAwardedHardcore: 8, mostRecentAwardedAt: at(0.6) };
  expect(entriesOf([moth], [after])).toEqual([
    {
      about: ["history", DAY, "achievements", "7"],
      title: "4 achievements: Tin Moth",
      summary: "Tin Moth, NES/Famicom: 1 in casual mode",
      at: at(0.6),
      gameId: 7,
    },
  ]);
});

test("an entry of the open day changes under the same id", () => {
  const at1 = entriesOf([moth], [{ ...moth, numAwarded: 6, mostRecentAwardedAt: at(0.5) }])[0];
  const at2 = entriesOf([moth], [{ ...moth, numAwarded: 8, mostRecentAwardedAt: at(0.7) }])[0];
  expect(at2?.about).toEqual(at1?.about);
  expect(at2?.title).not.toBe(at1?.title);
  expect(at2?.at).toBeGreaterThan(at1?.at ?? 0);
});

test("a snapshot without news changes no entry", () => {
  const record = aDay([whole], [{ ...whole, maxPossible: 12 }]);
  const later = { ...record, checkedAt: record.checkedAt + 3_600_000 };
  const entries = (of: typeof record) => historyEntries([of], [whole], ["revisions"]);
  expect(entries(later)).toEqual(entries(record));
});

test("a revision is dated by the start of its day, or by the first snapshot if that is later", () => {
  const record = aDay([whole], [{ ...whole, maxPossible: 12 }]);
  const dateFor = (since: number) =>
    historyEntries([{ ...record, since }], [whole], ["revisions"])[0]?.at;
  expect(dateFor(Date.parse(DAY) - 5000)).toBe(Date.parse(DAY) / 1000);
  expect(dateFor(Date.parse(DAY) + 7000)).toBe(Date.parse(DAY) / 1000 + 7);
});

test("only requested kinds have entries, and only for games in the library", () => {
  const after = { ...moth, maxPossible: 12, numAwarded: 6, mostRecentAwardedAt: at(0.5) };
  const days = [aDay([moth], [after])];
  const kinds = (...only: Parameters<typeof historyEntries>[2]) =>
    historyEntries(days, [after], only).map(({ about }) => about[2]);
  expect(kinds("revisions")).toEqual(["revised"]);
  expect(kinds("achievements")).toEqual(["achievements"]);
  expect(kinds("awards")).toEqual([]);
  expect(entriesOf([moth], [after], [])).toEqual([]);
});
