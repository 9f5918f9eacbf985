import { expect, test } from "vitest";
import type { HistoryEvent } from "@/lib/history/events";
import { eventSentence, gamesOf } from "./event-sentence";

/** A sentence with games as `<id>`. */
function say(event: HistoryEvent): string {
  return eventSentence(event)
    .map((part) => (typeof part === "string" ? part : `<${part.title ?? part.game}>`))
    .join("");
}

const award = (
  award: (HistoryEvent & { kind: "award" })["award"],
  raisedFrom: (HistoryEvent & { kind: "award" })["raisedFrom"] = null,
) => say({ kind: "award", id: 7, award, raisedFrom, at: null });

test("an award names what was done, and the award before where that adds something", () => {
  expect(award("mastered")).toBe("Mastered <7>");
  expect(award("mastered", "completed")).toBe("Mastered <7>, completed before");
  expect(award("mastered", "beaten-hardcore")).toBe("Mastered <7>");
  expect(award("completed", "beaten-softcore")).toBe("Completed <7>");
  expect(award("beaten-hardcore")).toBe("Beat <7>");
  expect(award("beaten-hardcore", "beaten-softcore")).toBe("Beat <7> in hardcore mode too");
  expect(award("beaten-softcore")).toBe("Beat <7> in casual mode");
});

test("achievements name their game or the number of games, and casual ones say so", () => {
  const won = (hardcore: number, casual: number, games: number) =>
    say({
      kind: "achievements",
      hardcore,
      casual,
      games: Array.from({ length: games }, (_, at) => ({ id: at + 1, hardcore: 1, casual: 0 })),
    });
  expect(won(1, 0, 1)).toBe("1 achievement in <1>");
  expect(won(12, 0, 3)).toBe("12 achievements in 3 games");
  expect(won(8, 4, 3)).toBe("12 achievements in 3 games, 4 of them casual");
  expect(won(0, 1, 1)).toBe("1 casual achievement in <1>");
  expect(won(0, 5, 2)).toBe("5 casual achievements in 2 games");
  expect(won(1234, 0, 1)).toBe("1,234 achievements in <1>");
});

test("a revision has both sizes, and what became of a mastery or completion", () => {
  const revised = { kind: "revised", id: 7, from: 45, to: 52, won: 45 / 52 } as const;
  expect(say({ ...revised, broken: null })).toBe("<7> was revised: 45 → 52 achievements");
  expect(say({ ...revised, broken: "mastered" })).toBe(
    "<7> was revised: 45 → 52 achievements, the mastery is at 86%",
  );
  expect(say({ ...revised, broken: "completed" })).toMatch(/, the completion is at 86%$/);
  expect(say({ ...revised, from: 2, to: 1, won: 1, broken: null })).toMatch(/2 → 1 achievement$/);
});

test("a set that is complete again, retired, back or started names its game", () => {
  expect(say({ kind: "whole-again", id: 7, award: "mastered" })).toBe(
    "Made the mastery of <7> whole again",
  );
  expect(say({ kind: "whole-again", id: 7, award: "completed" })).toBe(
    "Made the completion of <7> whole again",
  );
  expect(say({ kind: "begun", id: 7 })).toBe("Began <7>");
  expect(say({ kind: "retired", id: 7 })).toBe("The set of <7> was retired");
  expect(say({ kind: "back", id: 7 })).toBe("The set of <7> came back");
});

test("a reset names what is gone, in singular or plural", () => {
  const reset = { kind: "reset", id: 7 } as const;
  expect(say({ ...reset, lost: 1, lostHardcore: 1, award: null })).toBe(
    "1 achievement in <7> was reset",
  );
  expect(say({ ...reset, lost: 12, lostHardcore: 0, award: "mastered" })).toBe(
    "12 achievements in <7> were reset and the mastery with them",
  );
  expect(say({ ...reset, lost: 1, lostHardcore: 1, award: "completed" })).toBe(
    "1 achievement in <7> was reset and the completion with it",
  );
  expect(say({ ...reset, lost: 0, lostHardcore: 1, award: null })).toBe(
    "1 achievement in <7> is casual now",
  );
  expect(say({ ...reset, lost: 0, lostHardcore: 3, award: "beaten-hardcore" })).toBe(
    "3 achievements in <7> are casual now, and the beaten award is gone",
  );
  expect(say({ ...reset, lost: 0, lostHardcore: 0, award: "beaten-softcore" })).toBe(
    "The casual beaten award of <7> is gone",
  );
});

test("a removed game has the title it had, and a rename both names", () => {
  expect(say({ kind: "gone", id: 7, title: "Old Game" })).toBe("<Old Game> left the list");
  expect(say({ kind: "gone", id: 7, title: null })).toBe("<7> left the list");
  expect(say({ kind: "renamed", from: "Ann", to: "Ann9" })).toBe("Changed name from Ann to Ann9");
});

test("the games of an event are those in its sentence", () => {
  const games = [
    { id: 3, hardcore: 2, casual: 0 },
    { id: 4, hardcore: 1, casual: 0 },
  ];
  expect(gamesOf({ kind: "achievements", hardcore: 3, casual: 0, games })).toEqual([3, 4]);
  expect(gamesOf({ kind: "begun", id: 7 })).toEqual([7]);
  expect(gamesOf({ kind: "renamed", from: "Ann", to: "Ann9" })).toEqual([]);
});
