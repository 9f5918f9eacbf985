import { expect, test } from "vitest";
import { aPlayer } from "@/lib/domain/test-games";
import { readCardRequest } from "./card-request";
import { streak } from "./streak";
import { seen, textOf, wordsOf } from "./test-reader";

const anna = aPlayer([]);
const of = (search = "", more = {}) => wordsOf(seen(streak, anna, search, more));

test("the current and the longest streak have their dates, all days the first year", () => {
  expect(of("locale=en")).toEqual([
    ...["Anna: Days in a row", "2", "Current", "Nov 22, 2026 –", "Nov 23, 2026"],
    ...["2", "Longest", "Nov 22, 2026 –", "Nov 23, 2026", "5", "Days played", "since 2025"],
  ]);
});

test("days are those of the time zone, by any of its names", () => {
  const berlin = of("tz=Europe/Berlin");
  expect(berlin).toContain("Dec 30, 2025 –");
  expect(berlin).toContain("Jan 1, 2026");
  const key = (search: string) => readCardRequest(streak, new URLSearchParams(search)).key;
  expect(key("tz=Europe/Kiev")).toBe(key("tz=Europe/Kyiv"));
  expect(key("tz=Europe/Kiev")).not.toBe(key(""));
  expect(key("tz=Mars/Olympus")).toBe(key("tz=UTC"));
  expect(readCardRequest(streak, new URLSearchParams("tz=Mars/Olympus")).ignored).toEqual(["tz"]);
});

test("a streak of one day has one date, and none has no date", () => {
  const day = { days: 1, from: "2026-11-23", to: "2026-11-23" };
  const streaks = { today: "2026-11-24", current: null, longest: day, daysPlayed: 1 };
  const unlocks = { since: 2026, streaks };
  expect(of("hide=title", { unlocks })).toEqual([
    "0",
    "Current",
    "1",
    "Longest",
    "Nov 23, 2026",
    "1",
    "Days played",
    "since 2026",
  ]);
  const none = { ...streaks, longest: null, daysPlayed: 0 };
  expect(of("hide=title", { unlocks: { since: null, streaks: none } })).toEqual([
    "0",
    "Current",
    "0",
    "Longest",
    "0",
    "Days played",
  ]);
});

test("numbers are never cut, however long", () => {
  const long = { days: 4999, from: "2013-03-01", to: "2026-11-23" };
  const streaks = { today: "2026-11-24", current: long, longest: long, daysPlayed: 4999 };
  const card = seen(streak, anna, "width=380&locale=ru", { unlocks: { since: 2013, streaks } });
  expect(wordsOf(card).filter((text) => text.replace(/\D/g, "") === "4999")).toHaveLength(3);
});

test("dates can be hidden, with their place", () => {
  const [whole, short] = [seen(streak, anna), seen(streak, anna, "hide=dates")];
  expect(short.height).toBeLessThan(whole.height);
  expect(wordsOf(short)).toHaveLength(7);
  expect(textOf(short, "Days played").y).toBeLessThan(short.height - 10);
});
