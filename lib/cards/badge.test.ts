import { expect, test } from "vitest";
import type { Game } from "@/lib/domain/player";
import { aGame, aPlayer } from "@/lib/domain/test-games";
import { aDay, at, FIRST_SEEN } from "@/lib/history/test-states";
import { badge, errorBadge, listBadge, weekBadge } from "./badge";

const player = aPlayer([], { points: 12_345 });
const games = [
  aGame({ highestAwardKind: "mastered" }),
  aGame({ highestAwardKind: "mastered" }),
  aGame({ highestAwardKind: "completed" }),
  ...Array.from({ length: 1000 }, () => aGame({ highestAwardKind: "beaten-hardcore" })),
];

test.each([
  ["points", "12,345", "d99b12"],
  ["played", "1,003", "0b6150"],
  ["completed", "1", "d99b12"],
  ["beaten", "1,000", "94a1aa"],
  ["mastered", "2", "d99b12"],
])("a badge of %s says %s", (show, message, color) => {
  expect(badge(player, games, show, "en")).toEqual({
    schemaVersion: 1,
    label: show,
    message,
    color,
  });
});

test("an unknown figure falls back to masteries", () => {
  for (const show of ["nonsense", "", "unfinished", "toString"]) {
    expect(badge(player, games, show, "en")).toMatchObject({ label: "mastered", message: "2" });
  }
});

test("badges have the languages and number formats of cards", () => {
  const inGerman = (show: string) => badge(player, games, show, "de");
  expect(inGerman("points")).toMatchObject({ label: "Punkte", message: "12.345" });
  expect(inGerman("beaten")).toMatchObject({ label: "Besiegt", message: "1.000" });
  expect(badge(player, games, "points", "ja").label).toBe("ポイント");
  // An untranslated language still has its own numbers.
  expect(badge(player, games, "points", "cs")).toMatchObject({ label: "points" });
});

test("a list's badge is labelled with the status", () => {
  expect(listBadge("eq-mastered", 1234, "de")).toEqual({
    schemaVersion: 1,
    label: "Gemeistert",
    message: "1.234",
    color: "0b6150",
  });
  expect(listBadge("awarded", 3, "en")).toMatchObject({
    label: "Games with any award",
    message: "3",
  });
  expect(listBadge("rare-mastered", null, "en").message).toBe("unknown");
});

test("the week's badge sums up the last days, in the languages of cards", () => {
  const moth = aGame({ numAwarded: 5, numAwardedHardcore: 5 });
  const won = { ...moth, numAwarded: 6, numAwardedHardcore: 6, mostRecentAwardedAt: at(0.5) };
  const mastered = { ...won, highestAwardKind: "mastered" as const, highestAwardAt: at(0.5) };
  const history = { startedAt: FIRST_SEEN, unreadable: [] };
  const week = (after: Game, locale: string, points = 12_355) =>
    weekBadge({ ...history, days: [aDay([moth], [after], { points })] }, locale);
  expect(week(mastered, "en")).toEqual({
    schemaVersion: 1,
    label: "this week",
    message: "1 achievement · +10 points · 1 award",
    color: "0b6150",
  });
  expect(week(won, "de")).toMatchObject({ label: "diese Woche", message: "1 Erfolg · +10 Punkte" });
  expect(week(moth, "en", 12_345).message).toBe("0 achievements");
});

test("the week's badge is a dash without history", () => {
  const unknown = { startedAt: null, days: [], unreadable: [] };
  for (const history of [null, unknown]) {
    expect(weekBadge(history, "en")).toMatchObject({ label: "this week", message: "–" });
  }
});

test("an error badge is marked as an error and has a message", () => {
  expect(errorBadge("Player not found")).toEqual({
    schemaVersion: 1,
    label: "Longplay",
    message: "Player not found",
    color: "red",
    isError: true,
  });
});
